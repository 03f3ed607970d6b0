import type {
  Duration,
  Evidence,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { z } from 'zod';
import type { KnownDeployment } from '../../lineage/Deployments';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { joinWords } from '../../registry/joinWords';
import {
  combineChecks,
  type Judgement,
  type JudgementContext,
  type TimedCheck,
} from '../../registry/Judgement';
import { earliest } from '../calendarDays';
import { findEarliest } from '../findEarliest';
import { independence, judgeIndependence } from '../independence/independence';
import { judgeDeployment } from '../judgeDeployment';
import { listIds } from '../listIds';
import { addWorkingDays } from './addWorkingDays';
import { checkReview } from './checkReview';
import { de } from './de';
import { en } from './en';
import {
  COUNTED_DAYS,
  countEmergencies,
  findEmergencies,
} from './findEmergencies';
import { reason } from './reasons';
import { remedies } from './remedies';

const Count = z.number().int().nonnegative();

/** An emergency may be declared long before what is running is replaced. */
const READ = 'P400D' as Duration;

/**
 * `change.emergency` in assertions: whether a deployment was approved independently, or
 * declared as an emergency and reviewed by another person within the parameter
 * `reviewWorkingDays` of the control, and whether there were at most `mostEmergencies`.
 */
export const emergency: Judgement = {
  name: 'change.emergency',
  version: 2,
  member: 'service-deployed',
  needs: {
    evidence: [
      ...independence.needs.evidence,
      {
        types: ['emergency-declared', 'evidence-confirmed'],
        key: 'asset',
        read: 'history',
        within: READ,
      },
    ],
    people: true,
  },
  remedies: { ...independence.remedies, ...remedies },
  words: {
    en: joinWords(independence.words!.en!, en),
    de: joinWords(independence.words!.de!, de),
  },
  judge: judgeDeployment(judgeEmergency),
};

function judgeEmergency(
  deployment: KnownDeployment,
  { index, asOf, parameters }: JudgementContext,
): TimedCheck[] {
  const checks = judgeIndependence(deployment.first, index);
  const isApproved = combineChecks(checks);
  if (isApproved) {
    return [describeApproved(deployment, checks)];
  }
  const emergencies = findEmergencies(deployment, index);
  const days = Count.parse(parameters.reviewWorkingDays);
  const until = addWorkingDays(deployment.at, days);
  const review = checkReview(emergencies, { deployment, index, asOf, until });
  const unknown = checks.find(({ passed }) => passed === null);
  // Whether it needs an emergency at all is not known.
  const isDoubtful = isApproved === null && review.passed !== true && unknown;
  return [
    isDoubtful
      ? { ...unknown, check: review.check, changesAt: undefined }
      : review,
    ...(emergencies.length > 0
      ? [checkCount(deployment, { emergencies, index, parameters })]
      : []),
  ];
}

function describeApproved(
  { environment }: KnownDeployment,
  checks: readonly TimedCheck[],
): TimedCheck {
  const ids = new Set(checks.flatMap(({ evidence }) => evidence));
  return {
    check: 'emergency-reviewed',
    passed: true,
    cause: reason('approved-in-order', { environment }),
    evidence: [...ids],
    since: earliest(...checks.map(({ since }) => since)),
  };
}

function checkCount(
  deployment: KnownDeployment,
  {
    emergencies,
    index,
    parameters,
  }: {
    emergencies: readonly Evidence[];
    index: EvidenceIndex;
    parameters: Readonly<Record<string, unknown>>;
  },
): TimedCheck {
  const count = countEmergencies(deployment, index);
  const most = Count.parse(parameters.mostEmergencies);
  const params = { count, most, days: COUNTED_DAYS };
  const isRare = count <= most;
  return {
    check: 'emergencies-rare',
    passed: isRare,
    cause: isRare
      ? reason('emergencies-rare', params)
      : reason('emergencies-frequent', params),
    evidence: listIds([...emergencies, ...deployment.reports]),
    since: findEarliest(deployment.reports),
  };
}
