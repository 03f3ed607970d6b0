import {
  isEvidenceOf,
  reason as ofLineage,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from '../../lineage/Deployments';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { shorten } from '../../lineage/keys';
import {
  type Judge,
  type Judgement,
  judgeEvidence,
  type TimedCheck,
} from '../../registry/Judgement';
import { checkEnvironment } from '../environment/checkEnvironment';
import { findEarliest } from '../findEarliest';
import { listIds } from '../listIds';
import { checkArtifact, findOrigin } from './artifactChecks';
import { checkRun } from './builtByRun';
import { findChange } from './findChange';
import { reason } from './reasons';
import { de as environmentDe } from '../environment/de';
import { en as environmentEn } from '../environment/en';
import { remedies as environmentRemedies } from '../environment/remedies';
import { joinWords } from '../../registry/joinWords';
import { de } from './de';
import { en } from './en';
import { remedies } from './remedies';

/**
 * Whether a deployment can be traced to a reviewed change, a successful run
 * and an artifact identified by digest.
 */
export const judgeTraceability: Judge = (member, index) => {
  const deployment = index.findDeployment(member);
  if (!isEvidenceOf('service-deployed', member) || !deployment) {
    return [];
  }
  const unclassified = checkEnvironment(deployment);
  if (unclassified) {
    return [unclassified];
  }
  const origin = findOrigin(deployment, index);
  return [
    ...checkCommit(deployment, { origin, index }),
    ...checkArtifact(deployment, origin),
  ];
};

function checkCommit(
  deployment: KnownDeployment,
  context: Parameters<typeof checkRun>[2],
): TimedCheck[] {
  const { commit, reports } = deployment;
  return commit
    ? [
        checkChange(deployment, commit, context.index),
        checkRun(deployment, commit, context),
      ]
    : (['change-known', 'built-by-successful-run'] as const).map(check => ({
        check,
        passed: null,
        cause: ofLineage('commit-unknown'),
        evidence: listIds(reports),
      }));
}

function checkChange(
  deployment: KnownDeployment,
  commit: string,
  index: EvidenceIndex,
): TimedCheck {
  const { change, push } = findChange(deployment, index);
  const params = { commit: shorten(commit) };
  const unknown = push
    ? { passed: false, cause: reason('change-unknown', params) }
    : { passed: null, cause: reason('change-not-received', params) };
  const known = change && {
    passed: true,
    cause: reason('change-known', { change: change.predicate.change.number }),
  };
  return {
    check: 'change-known',
    ...(known ?? unknown),
    evidence: listIds([change, push, ...deployment.reports]),
    since: findEarliest([change, push, ...deployment.reports]),
  };
}

/** `change.traceability` in assertions. */
export const traceability: Judgement = {
  name: 'change.traceability',
  member: 'service-deployed',
  needs: {
    evidence: [
      {
        types: [
          'artifact-published',
          'change-merged',
          'commits-pushed',
          'pipeline-run-finished',
          'provenance',
        ],
        key: 'commit',
        read: 'history',
      },
    ],
  },
  remedies: { ...remedies, ...environmentRemedies },
  words: {
    en: joinWords(en, environmentEn),
    de: joinWords(de, environmentDe),
  },
  judge: judgeEvidence(judgeTraceability),
};
