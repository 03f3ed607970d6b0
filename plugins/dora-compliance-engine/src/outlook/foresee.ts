import {
  addDuration,
  type Assessment,
  type Duration,
  type Instant,
  type Outlook,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '../control/compileControl';
import type { EvaluationInput } from '../evaluate/EvaluationInput';
import { evaluateControl } from '../evaluate/evaluateControl';
import { findLastOfWindow } from './findLastOfWindow';
import { hasEnded, isGreen } from './hasEnded';
import { repeatReadings } from './repeatReadings';

/** Longer than any time window of a control. */
const HORIZON = 'P400D' as Duration;

/** So many times at which the answer may change are looked at one by one. */
const STEPS = 8;

/**
 * How a finding ends: evaluates the control for later instants by what is known now.
 * It yields before each evaluation, so that the caller can let others go first.
 *
 * @public
 */
export function* foresee(
  compiled: CompiledControl,
  input: EvaluationInput,
): Generator<void, Outlook> {
  const { asOf: now, knownAt = now, evidence } = input;
  const assessAt = (asOf: Instant) =>
    evaluateControl(compiled, {
      ...input,
      asOf,
      knownAt,
      evidence: [
        ...evidence,
        ...repeatReadings(evidence, { now: knownAt, until: asOf }),
      ],
    });
  const current = evaluateControl(compiled, input);
  const { validUntil } = current;
  const notBefore = findLastOfWindow(compiled, input);
  const at = yield* findEnd(current, assessAt, [
    ...(notBefore ? [notBefore] : []),
    addDuration(now, HORIZON),
  ]);
  if (at) {
    return { kind: 'by-itself', at };
  }
  const limited = notBefore && { notBefore };
  return validUntil
    ? { kind: 'checked-again', at: validUntil, ...limited }
    : { kind: 'after-action', ...limited };
}

/**
 * The first instant at which a finding is over without evidence of anything new.
 *
 * @param later - earliest first: where else to look if the answer changes often
 */
function* findEnd(
  current: Assessment,
  assessAt: (asOf: Instant) => Assessment,
  later: readonly Instant[],
): Generator<void, Instant | undefined> {
  if (isGreen(current)) {
    return undefined;
  }
  let { asOf: last } = current;
  let next = current.validUntil;
  for (let step = 0; next && step < STEPS; step += 1) {
    yield;
    const then = assessAt(next);
    if (hasEnded(current, then)) {
      return next;
    }
    last = next;
    next = then.validUntil;
  }
  for (const at of next ? later.filter(one => one > last) : []) {
    yield;
    if (hasEnded(current, assessAt(at))) {
      return yield* narrow(last, at, one => hasEnded(current, assessAt(one)));
    }
    last = at;
  }
  return undefined;
}

/** The first millisecond at which something holds that holds at the end. */
function* narrow(
  from: Instant,
  to: Instant,
  holds: (at: Instant) => boolean,
): Generator<void, Instant> {
  let [low, high] = [Date.parse(from), Date.parse(to)];
  while (high - low > 1) {
    yield;
    const middle = Math.floor((low + high) / 2);
    if (holds(toInstant(new Date(middle)))) {
      high = middle;
    } else {
      low = middle;
    }
  }
  return toInstant(new Date(high));
}
