import {
  addDuration,
  Duration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from '../../lineage/Deployments';
import {
  listVerifications,
  wasVerifiedBefore,
} from '../../lineage/listVerifications';
import { joinWords } from '../../registry/joinWords';
import type {
  Judgement,
  JudgementContext,
  TimedCheck,
} from '../../registry/Judgement';
import { justAfter } from '../calendarDays';
import { de as environmentDe } from '../environment/de';
import { en as environmentEn } from '../environment/en';
import { remedies as environmentRemedies } from '../environment/remedies';
import { findEarliest } from '../findEarliest';
import { judgeDeployment } from '../judgeDeployment';
import { listIds } from '../listIds';
import {
  type Collected,
  collectApprovals,
  collectChange,
  collectReviews,
  collectRuns,
  collectTests,
} from './collectEvidence';
import { de } from './de';
import { en } from './en';
import { reason, type Step } from './reasons';
import { remedies } from './remedies';

/** Changes may be tested long before they are deployed. */
const READ = 'P400D' as Duration;

/**
 * `deployment.evidence` in assertions: whether there is evidence of each of the six
 * verbs of DORA 9(4)(e). What the evidence says is for other judgements. It has to be
 * verified within the parameter `verifyWithin` of the control after the deployment.
 */
export const evidenceComplete: Judgement = {
  name: 'deployment.evidence',
  version: 2,
  member: 'service-deployed',
  needs: {
    evidence: [
      {
        types: [
          'change-merged',
          'commits-pushed',
          'deployment-reviewed',
          'pipeline-run-finished',
        ],
        key: 'commit',
        read: 'history',
      },
      { types: ['change-reviewed'], key: 'change', read: 'history' },
      {
        types: ['security-scan-finished', 'test-suite-finished'],
        key: 'asset',
        read: 'history',
        within: READ,
      },
    ],
  },
  remedies: { ...remedies, ...environmentRemedies },
  words: {
    en: joinWords(en, environmentEn),
    de: joinWords(de, environmentDe),
  },
  judge: judgeDeployment((deployment, context) => {
    const { index } = context;
    const from = { deployment, index };
    const list: [string, Step, Collected][] = [
      ['evidence-recorded', 'change-record', collectChange(from)],
      ['evidence-tested', 'test-result', collectTests(from)],
      ['evidence-assessed', 'assessment-record', collectReviews(from)],
      ['evidence-approved', 'approval-record', collectApprovals(from)],
      ['evidence-implemented', 'run-record', collectRuns(from)],
    ];
    return [
      ...list.map(([check, step, found]) =>
        checkStep(check, step, { found, deployment }),
      ),
      checkVerified(deployment, context),
    ];
  }),
};

function checkStep(
  check: string,
  step: Step,
  { found, deployment }: { found: Collected; deployment: KnownDeployment },
): TimedCheck {
  const { own, wasReported } = found;
  const [first] = own;
  const evidence = [...own, ...deployment.reports];
  const answer = {
    check,
    evidence: listIds(evidence),
    since: findEarliest(evidence),
  };
  if (first) {
    const cause = reason('evidence-exists', { step, at: first.observedAt });
    return { ...answer, passed: true, cause };
  }
  return wasReported
    ? { ...answer, passed: false, cause: reason('evidence-missing', { step }) }
    : {
        ...answer,
        passed: null,
        cause: reason('evidence-not-reported', { step }),
      };
}

function checkVerified(
  deployment: KnownDeployment,
  { index, asOf, parameters }: JudgementContext,
): TimedCheck {
  const until = addDuration(
    deployment.at,
    Duration.parse(parameters.verifyWithin),
  );
  const step = 'verification-result';
  const own = listVerifications(deployment, index).filter(
    ({ observedAt }) => observedAt <= until,
  );
  const wasReported = wasVerifiedBefore(deployment, index);
  const answer = checkStep('evidence-verified', step, {
    found: { own, wasReported },
    deployment,
  });
  return answer.passed || asOf > until
    ? answer
    : {
        ...answer,
        passed: null,
        cause: reason('evidence-not-due', { step, until }),
        changesAt: justAfter(until),
      };
}
