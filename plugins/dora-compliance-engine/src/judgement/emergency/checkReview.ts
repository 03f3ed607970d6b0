import {
  identityLabel,
  type Instant,
  type Reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { KnownDeployment } from '../../lineage/Deployments';
import type { EvidenceIndex } from '../../lineage/EvidenceIndex';
import { findDecision } from '../../population/findDecision';
import type { TimedCheck } from '../../registry/Judgement';
import { justAfter } from '../calendarDays';
import { findEarliest } from '../findEarliest';
import { listIds } from '../listIds';
import { compareReviewer } from './compareReviewer';
import type { Emergency } from './findEmergencies';
import { reason } from './reasons';

type Verdict = { passed: boolean | null; cause: Reason; changesAt?: Instant };

type Context = {
  deployment: KnownDeployment;
  index: EvidenceIndex;
  asOf: Instant;
  until: Instant;
};

const CHECK = 'emergency-reviewed';

/**
 * Whether an emergency was declared for a deployment without an approval, and somebody
 * else reviewed it in time. Of several that name it, the best is enough.
 */
export function checkReview(
  emergencies: readonly Emergency[],
  context: Context,
): TimedCheck {
  const { deployment, asOf, until, index } = context;
  const weighed = emergencies.map(emergency => ({
    emergency,
    ...weigh(emergency, context),
  }));
  const best =
    weighed.find(({ passed }) => passed) ??
    weighed.find(({ passed }) => passed === null) ??
    weighed.find(({ cause }) => cause.code !== 'emergency-not-reviewed') ??
    weighed.at(-1);
  const { reports } = deployment;
  if (!best) {
    return {
      check: CHECK,
      ...decideOpen('emergency-not-declared', asOf, until),
      evidence: listIds(reports),
      since: findEarliest(reports),
    };
  }
  const { emergency, ...verdict } = best;
  const { evidence: decisions } = findDecision(emergency, index);
  return {
    check: CHECK,
    ...verdict,
    evidence: listIds([...decisions, emergency, ...emergencies, ...reports]),
    since: findEarliest(reports),
  };
}

/** Pending until the deadline, and too late after it. */
function decideOpen(
  code: 'emergency-not-declared' | 'emergency-not-reviewed',
  asOf: Instant,
  until: Instant,
): Verdict {
  return asOf <= until
    ? {
        passed: null,
        cause: reason(`${code}-yet`, { until }),
        changesAt: justAfter(until),
      }
    : { passed: false, cause: reason(code, { until }) };
}

function weigh(emergency: Emergency, context: Context): Verdict {
  const { deployment, index, asOf, until } = context;
  const { decision, evidence } = findDecision(emergency, index);
  const [last] = evidence;
  // What was approved before the deployment is no review of it (RTS 2024/1774 17(1)(g)).
  const isEarly = decision === 'approved' && last!.observedAt < deployment.at;
  if (!last || isEarly) {
    return decideOpen('emergency-not-reviewed', asOf, until);
  }
  const { confirmedBy } = last.predicate;
  const named = { reviewer: identityLabel(confirmedBy), at: last.observedAt };
  if (decision === 'rejected') {
    return { passed: false, cause: reason('emergency-refused', named) };
  }
  if (emergency.predicate.alerted === undefined) {
    const declared = emergency.observedAt;
    const cause = reason('emergency-without-alert', { declared });
    return { passed: false, cause };
  }
  const { isInvolved, person, gap } = compareReviewer(confirmedBy, context);
  const { reviewer } = named;
  if (isInvolved) {
    const cause = reason('emergency-reviewer-involved', { reviewer, person });
    return { passed: false, cause };
  }
  if (last.observedAt > until) {
    const cause = reason('emergency-reviewed-late', { ...named, until });
    return { passed: false, cause };
  }
  return isInvolved === null
    ? {
        passed: null,
        cause:
          gap ?? reason('emergency-reviewer-unclear', { reviewer, person }),
      }
    : { passed: true, cause: reason('emergency-reviewed', named) };
}
