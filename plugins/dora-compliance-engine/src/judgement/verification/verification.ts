import {
  addDuration,
  Duration,
  type Evidence,
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
import { checkAlerts } from './checkAlerts';
import { de } from './de';
import { en } from './en';
import { reason } from './reasons';
import { remedies } from './remedies';

/** What is running may have been deployed long ago. */
const READ = 'P400D' as Duration;

/**
 * `deployment.verification` in assertions: whether tests of what was deployed succeeded
 * within the parameter `verifyWithin` of the control after the deployment, and whether
 * somebody answered each alert that fired within `watchFor` after it.
 */
export const verification: Judgement = {
  name: 'deployment.verification',
  version: 2,
  member: 'service-deployed',
  needs: {
    evidence: [
      { types: ['change-merged'], key: 'commit', read: 'history' },
      {
        types: ['alert-changed', 'test-suite-finished'],
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
  judge: judgeDeployment((deployment, context) => [
    checkTests(deployment, context),
    checkAlerts(deployment, context),
  ]),
};

/** Of each suite, the last result that came in time counts; one that failed decides. */
function checkTests(
  deployment: KnownDeployment,
  { index, asOf, parameters }: JudgementContext,
): TimedCheck {
  const { at, reports } = deployment;
  const until = addDuration(at, Duration.parse(parameters.verifyWithin));
  const suites = listVerifications(deployment, index);
  const inTime = suites.filter(({ observedAt }) => observedAt <= until);
  const latest = new Map(inTime.map(one => [one.predicate.suite.id, one]));
  const last =
    [...latest.values()].find(
      ({ predicate: { outcome } }) => outcome !== 'success',
    ) ?? inTime.at(-1);
  const late = suites[0];
  const answer = {
    check: 'verified-in-time',
    evidence: listIds([last ?? late, ...suites, ...reports]),
    since: findEarliest([last, ...reports]),
  };
  if (last) {
    const isGood = last.predicate.outcome === 'success';
    const code = isGood ? 'verification-passed' : 'verification-failed';
    return {
      ...answer,
      passed: isGood,
      cause: reason(code, describeSuite(last)),
    };
  }
  if (asOf <= until) {
    const cause = reason('verification-pending', { until });
    return { ...answer, passed: null, cause, changesAt: justAfter(until) };
  }
  if (late) {
    const cause = reason('verification-late', {
      ...describeSuite(late),
      until,
    });
    return { ...answer, passed: false, cause };
  }
  return wasVerifiedBefore(deployment, index)
    ? {
        ...answer,
        passed: false,
        cause: reason('verification-missing', { until }),
      }
    : { ...answer, passed: null, cause: reason('verifications-not-reported') };
}

function describeSuite({
  predicate: { suite },
  observedAt: at,
}: Evidence<'test-suite-finished'>) {
  return { suite: suite.name ?? suite.id, at };
}
