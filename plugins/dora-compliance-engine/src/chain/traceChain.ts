import {
  type Evidence,
  identityLabel,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { nameMarks } from '../explain/nameMarks';
import { listIds } from '../judgement/listIds';
import { isKnownGood } from '../judgement/independence/independence';
import { checkChanges } from '../judgement/independence/throughChanges';
import {
  checkArtifact,
  findOrigin,
  type Origin,
} from '../judgement/traceability/artifactChecks';
import { checkRun } from '../judgement/traceability/builtByRun';
import type { KnownDeployment } from '../lineage/Deployments';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import { type Release, traceRelease } from '../lineage/traceRelease';
import type { Chain, ChainStep } from './Chain';
import { describeApproval } from './describeApproval';
import { describeChecks, describeMissing } from './describeChecks';
import { describeCommits } from './describeCommits';
import { describeReviews } from './describeReviews';

/**
 * How a deployment came about, step by step. Each step is decided by the same checks
 * as the controls on deployments use, so that both say the same.
 * The walk back from a first deployment ends where they let it end.
 */
export function traceChain(
  deployment: KnownDeployment,
  index: EvidenceIndex,
): Chain {
  const release = traceRelease(deployment, index, other =>
    isKnownGood(other, index),
  );
  const changes = listChanges(release);
  const change = describeChecks('change', {
    checks: [checkChanges(deployment, release, index)],
    items: changes.map(({ predicate }) => ({
      title: `#${predicate.change.number} ${predicate.change.title}`.trim(),
      uri: predicate.change.url,
      by: identityLabel(predicate.author),
      at: predicate.mergedAt,
    })),
  });
  return {
    deployment,
    steps: [
      describeCommits(deployment, release),
      change,
      describeReviews(changes, { deployment, index, change }),
      ...describeBuild(deployment, index),
      describeApproval(deployment, index),
      describeDeployment(deployment),
    ].map(nameMarksOfItems),
  };
}

/** Titles and names come from others, as in sentences. */
function nameMarksOfItems(step: ChainStep): ChainStep {
  return {
    ...step,
    items: step.items.map(item => ({
      ...item,
      title: nameMarks(item.title),
      ...(item.by && { by: nameMarks(item.by) }),
    })),
  };
}

function listChanges({ steps }: Release): Evidence<'change-merged'>[] {
  return [...new Set(steps.flatMap(({ changes }) => changes))];
}

function describeBuild(
  deployment: KnownDeployment,
  index: EvidenceIndex,
): ChainStep[] {
  const origin = findOrigin(deployment, index);
  const { commit } = deployment;
  const check = commit && checkRun(deployment, commit, { origin, index });
  const artifact = describeChecks('artifact', {
    checks: checkArtifact(deployment, origin),
    items: listArtifacts(deployment, origin),
  });
  return [
    check
      ? describeChecks('build', {
          checks: [check],
          items: listRuns(check.evidence, index),
        })
      : describeMissing('build', deployment.reports),
    artifact,
  ];
}

/** The run that decided; other runs of the commit may have nothing to do with it. */
function listRuns(
  consulted: readonly Evidence['id'][],
  index: EvidenceIndex,
): ChainStep['items'] {
  const runs = index.ofType('pipeline-run-finished');
  return runs
    .filter(({ id }) => id === consulted[0])
    .map(({ predicate: { pipeline, run, triggeredBy, finishedAt } }) => ({
      title: pipeline.name,
      uri: run.url,
      by: triggeredBy && identityLabel(triggeredBy),
      at: finishedAt,
    }));
}

function listArtifacts(
  { digests }: KnownDeployment,
  { published }: Origin,
): ChainStep['items'] {
  const names = published.flatMap(({ predicate }) => predicate.artifacts);
  return digests.map(digest => {
    const named = names.find(one => one.digest?.toLowerCase() === digest);
    return {
      title: named ? `${named.name} ${digest}` : digest,
      uri: named?.url,
    };
  });
}

function describeDeployment(deployment: KnownDeployment): ChainStep {
  const { id, url } = deployment.first.predicate.deployment;
  const [by] = deployment.deployers;
  return {
    step: 'deployment',
    state: 'known',
    items: [
      {
        title: id,
        uri: url,
        by: by && identityLabel(by),
        at: deployment.at,
      },
    ],
    evidence: listIds(deployment.reports),
  };
}
