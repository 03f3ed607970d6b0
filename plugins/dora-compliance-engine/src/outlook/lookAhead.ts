import {
  type Instant,
  type Reason,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '../control/compileControl';
import type { EvaluationInput } from '../evaluate/EvaluationInput';
import {
  evaluateControl,
  type TimedAssessment,
} from '../evaluate/evaluateControl';
import { earliest } from '../judgement/calendarDays';
import { findNotice } from './findNotice';
import { isGreen } from './hasEnded';
import { repeatReadings } from './repeatReadings';

/** So many instants at which a control may be lost are looked at. */
const STEPS = 4;

/**
 * What time alone will do to a control that is satisfied.
 *
 * @public
 */
export type Ahead = {
  /** When something is about to expire that is not yet. */
  noticeAt?: Instant;
  /** Set if the control is about to be lost: when, and what is wrong from then on. */
  expiry?: { at: Instant; reason: Reason };
};

/**
 * Whether a satisfied control is about to be lost. It is evaluated again only if
 * something is about to expire.
 *
 * @public
 */
export function lookAhead(
  compiled: CompiledControl,
  input: EvaluationInput,
  { assessment, expiries }: TimedAssessment,
): Ahead {
  if (assessment.status !== 'satisfied') {
    return {};
  }
  const { asOf } = input;
  const known = expiries
    .filter(({ at }) => at > asOf)
    .map(expiry => ({ at: expiry.at, notice: findNotice(expiry) }));
  const noticeAt = earliest(
    ...known.map(({ notice }) => notice).filter(notice => notice > asOf),
  );
  const near = known.filter(({ notice }) => notice <= asOf);
  const expiry = findLoss(compiled, input, [
    ...new Set(near.map(({ at }) => at)),
  ]);
  return { ...(noticeAt && { noticeAt }), ...(expiry && { expiry }) };
}

function findLoss(
  compiled: CompiledControl,
  input: EvaluationInput,
  instants: readonly Instant[],
): Ahead['expiry'] {
  for (const at of instants.toSorted().slice(0, STEPS)) {
    const lost = loseAt(compiled, input, at);
    if (lost) {
      return { at, reason: lost };
    }
  }
  return undefined;
}

/**
 * Why a control is not satisfied from an instant on, if it is until then: by what is
 * known, or if sources go on to read what they read last. Other readings may be stale
 * by then that the next poll renews.
 */
function loseAt(
  compiled: CompiledControl,
  input: EvaluationInput,
  at: Instant,
): Reason | undefined {
  const { asOf: now, knownAt = now, evidence } = input;
  const before = toInstant(new Date(Date.parse(at) - 1));
  const repeated = repeatReadings(evidence, { now: knownAt, until: before });
  for (const more of [[], repeated]) {
    const assessAt = (asOf: Instant) =>
      evaluateControl(compiled, {
        ...input,
        asOf,
        knownAt,
        evidence: [...evidence, ...more],
      });
    const then = assessAt(at);
    if (!isGreen(then) && isGreen(assessAt(before))) {
      return then.reason;
    }
  }
  return undefined;
}
