import {
  type Evidence,
  identityLabel,
  type Reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { countCommits } from '../../lineage/countCommits';
import type { KnownDeployment } from '../../lineage/Deployments';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { commitKey, findRepository, shorten } from '../../lineage/keys';
import { type ReleaseStep, splitIntoSteps } from '../../lineage/ReleaseStep';
import type { Release } from '../../lineage/traceRelease';
import type { TimedCheck } from '../../registry/Judgement';
import { isMerge } from './involved';
import { findEarliest } from '../findEarliest';
import { listIds } from '../listIds';
import { reason } from './reasons';

type Merge = Evidence<'change-merged'>;
type Finding = { passed: false | null; cause: Reason; step: ReleaseStep };

/** Whether everything that a deployment brought came through change requests. */
export function checkChanges(
  deployment: KnownDeployment,
  { steps, gap, base }: Release,
  index: EvidenceIndex,
): TimedCheck {
  const findings = steps.flatMap(
    step => findBypass(step, deployment, index) ?? [],
  );
  const worst =
    findings.find(({ passed }) => passed === false) ??
    (gap ? undefined : findings[0]);
  const deciding = worst ? listParts([worst.step]) : [];
  const evidence = [
    ...deciding,
    ...deployment.reports,
    ...listParts(steps),
    ...steps.flatMap(({ changes }) =>
      changes.flatMap(change =>
        index.onChange('change-commits-observed', change),
      ),
    ),
    ...(base?.reports ?? []),
  ];
  const isKnown = !gap && steps.length > 0;
  const count = new Set(steps.flatMap(({ changes }) => changes)).size;
  return {
    check: 'through-changes',
    passed: worst ? worst.passed : isKnown || null,
    cause: worst?.cause ?? gap ?? reason('all-through-changes', { count }),
    evidence: listIds(evidence),
    since: findEarliest(evidence),
  };
}

function listParts(steps: readonly ReleaseStep[]): (Evidence | undefined)[] {
  return steps.flatMap(({ push, changes }) => [push, ...changes]);
}

/** How a step brought commits without a change request, if it did. */
function findBypass(
  step: ReleaseStep,
  deployment: KnownDeployment,
  index: EvidenceIndex,
): Finding | undefined {
  const { push, commits, changes } = step;
  const [first] = changes;
  if (!first) {
    const commit = commits.at(-1)?.commit ?? push?.predicate.after ?? '';
    return push && { passed: false, cause: describePush(push, commit), step };
  }
  const findings = changes.map(change =>
    findFault(step, change, { deployment, index }),
  );
  // One change that brought all of it is enough.
  return findings.includes(undefined)
    ? undefined
    : findings.find(finding => finding?.passed === null) ?? findings[0];
}

function describePush(
  { predicate, observedAt }: Evidence<'commits-pushed'>,
  commit: string,
): Reason {
  return reason('direct-push', {
    commit: shorten(commit),
    branch: predicate.branch,
    person: identityLabel(predicate.pushedBy),
    at: observedAt,
  });
}

/**
 * The changes that account for all that arrived with a step; all of its changes if
 * none does. The approval of another one is not an approval of what arrived.
 */
export function listAccounting(
  step: ReleaseStep,
  context: { deployment: KnownDeployment; index: EvidenceIndex },
): readonly Merge[] {
  const accounting = step.changes.filter(
    change => !findFault(step, change, context),
  );
  return accounting.length > 0 ? accounting : step.changes;
}

/** Why a change does not account for all that arrived with it. */
function findFault(
  step: ReleaseStep,
  change: Merge,
  { deployment, index }: { deployment: KnownDeployment; index: EvidenceIndex },
): Finding | undefined {
  const { number } = change.predicate.change;
  if (change.predicate.mergedAt > deployment.first.predicate.deployedAt) {
    const cause = reason('merged-after-deployment', {
      change: number,
      mergedAt: change.predicate.mergedAt,
      deployedAt: deployment.first.predicate.deployedAt,
    });
    return { passed: false, cause, step };
  }
  if (step.isElsewhere && step.push) {
    const known = listOwnCommits(change, index);
    const stray = step.commits.find(
      ({ commit }) => !known.has(commitKey(commit)),
    );
    return (
      stray && {
        passed: false,
        cause: describePush(step.push, stray.commit),
        step,
      }
    );
  }
  const arrived = step.commits.length;
  const count = countCommits(change, index);
  if (count === undefined) {
    return arrived > 1
      ? {
          passed: null,
          cause: reason('change-commits-unknown', { change: number }),
          step,
        }
      : undefined;
  }
  // A merge commit is one more than the change has.
  const most = Math.max(1, count + (isMerge(step, change) ? 1 : 0));
  const cause = reason('commits-beside-change', {
    change: number,
    arrived,
    count,
  });
  return arrived > most ? { passed: false, cause, step } : undefined;
}

/**
 * The commits that a change brought to its own target branch. On other branches it
 * covers no others.
 */
function listOwnCommits(change: Merge, index: EvidenceIndex): Set<string> {
  const { headCommit, mergeCommit, targetBranch: branch } = change.predicate;
  const push = index.findPush(mergeCommit, {
    repository: findRepository(change),
    branch,
  });
  const step =
    push?.predicate.branch === branch
      ? splitIntoSteps(push, index).find(({ changes }) =>
          changes.includes(change),
        )
      : undefined;
  const count = countCommits(change, index);
  const isSound =
    step &&
    count !== undefined &&
    step.commits.length <= Math.max(1, count + (isMerge(step, change) ? 1 : 0));
  const lists = index
    .onChange('change-commits-observed', change)
    .flatMap(({ predicate }) => predicate.commits);
  return new Set(
    [
      headCommit,
      mergeCommit,
      ...lists.map(({ commit }) => commit),
      ...(isSound ? step.commits.map(({ commit }) => commit) : []),
    ].map(commitKey),
  );
}
