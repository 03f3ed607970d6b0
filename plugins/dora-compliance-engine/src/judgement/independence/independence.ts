import { isEvidenceOf } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from '../../lineage/Deployments';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { traceRelease } from '../../lineage/traceRelease';
import {
  combineChecks,
  type Judge,
  judgeEvidence,
  type Judgement,
  type TimedCheck,
} from '../../registry/Judgement';
import { checkEnvironment } from '../environment/checkEnvironment';
import { allowedByReviewers } from './allowedByReviewers';
import { findEarliest } from '../findEarliest';
import { listIds } from '../listIds';
import { checkChanges } from './throughChanges';
import { type WeighedChange, weighStep } from './weighSteps';
import { reason } from './reasons';
import { de as environmentDe } from '../environment/de';
import { en as environmentEn } from '../environment/en';
import { remedies as environmentRemedies } from '../environment/remedies';
import { joinWords } from '../../registry/joinWords';
import { de } from './de';
import { en } from './en';
import { remedies } from './remedies';

/**
 * Whether everything in a deployment was approved by a person who neither
 * wrote, pushed, nor deployed it (RTS 2024/1774 Art 17(1)(b)).
 */
export const judgeIndependence: Judge = (member, index) => {
  const deployment = index.findDeployment(member);
  return isEvidenceOf('service-deployed', member) && deployment
    ? checkDeployment(deployment, index)
    : [];
};

function checkDeployment(
  deployment: KnownDeployment,
  index: EvidenceIndex,
): TimedCheck[] {
  const unclassified = checkEnvironment(deployment);
  if (unclassified) {
    return [unclassified];
  }
  const release = traceRelease(deployment, index, other =>
    isKnownGood(other, index),
  );
  const changes = release.steps.flatMap(step =>
    weighStep(step, { deployment, index }),
  );
  return [
    checkChanges(deployment, release, index),
    ...(changes.length > 0
      ? [
          checkApprovals(changes),
          checkHands(changes, deployment),
          ...nameDeployer(deployment),
        ]
      : []),
    ...allowedByReviewers(deployment, index),
  ];
}

const known = new WeakMap<EvidenceIndex, Map<string, boolean>>();

/**
 * Whether everything that an earlier deployment contains is known to be approved. Each
 * deployment is judged once; it can only depend on earlier ones.
 */
export function isKnownGood(
  deployment: KnownDeployment,
  index: EvidenceIndex,
): boolean {
  const answers = known.get(index) ?? new Map<string, boolean>();
  known.set(index, answers);
  const { id } = deployment.first;
  const answer =
    answers.get(id) ??
    combineChecks(checkDeployment(deployment, index)) === true;
  answers.set(id, answer);
  return answer;
}

/** Only if no source reports who deployed. */
function nameDeployer({ deployers, reports }: KnownDeployment): TimedCheck[] {
  return deployers.length > 0
    ? []
    : [
        {
          check: 'deployer-named',
          passed: null,
          cause: reason('deployer-unknown'),
          evidence: listIds(reports),
        },
      ];
}

function checkApprovals(changes: readonly WeighedChange[]): TimedCheck {
  const worst =
    changes.find(({ approval }) => approval.passed === false) ??
    changes.find(({ approval }) => approval.passed === null);
  const only = changes.length === 1 ? changes[0] : undefined;
  const first = worst ?? only;
  const inOrder = first
    ? [first, ...changes.filter(change => change !== first)]
    : changes;
  return {
    check: 'approved-by-another-person',
    passed: worst ? worst.approval.passed : true,
    cause:
      first?.approval.cause ??
      reason('all-independently-approved', { count: changes.length }),
    evidence: listIds(
      inOrder.flatMap(({ approval, evidence }) => [
        ...approval.evidence,
        ...evidence,
      ]),
    ),
  };
}

/** A person who can't be identified might be the approver. */
function checkHands(
  changes: readonly WeighedChange[],
  deployment: KnownDeployment,
): TimedCheck {
  const worst = changes.find(({ unknown }) => unknown);
  const inOrder = worst
    ? [worst, ...changes.filter(change => change !== worst)]
    : changes;
  const evidence = [
    ...inOrder.flatMap(one => [...one.evidence, one.change]),
    ...deployment.reports,
  ];
  return {
    check: 'authors-identified',
    passed: worst ? null : true,
    cause: worst?.unknown ?? reason('authors-identified'),
    evidence: listIds(evidence),
    since: findEarliest(evidence),
  };
}

/** `change.independence` in assertions. */
export const independence: Judgement = {
  name: 'change.independence',
  member: 'service-deployed',
  needs: {
    evidence: [
      {
        types: [
          'commits-pushed',
          'change-merged',
          'deployment-reviewed',
          'pipeline-run-finished',
        ],
        key: 'commit',
        read: 'history',
      },
      {
        types: ['change-commits-observed', 'change-reviewed', 'change-updated'],
        key: 'change',
        read: 'history',
      },
      {
        types: ['repository-access-observed'],
        key: 'asset',
        read: 'latest',
      },
    ],
    people: true,
  },
  remedies: { ...remedies, ...environmentRemedies },
  words: {
    en: joinWords(en, environmentEn),
    de: joinWords(de, environmentDe),
  },
  judge: judgeEvidence(judgeIndependence),
};
