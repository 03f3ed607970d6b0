import {
  canonicalJson,
  Duration,
  RecoveryObjective,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { TimeValue } from './TimeValue';

type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=';

/**
 * Compares two values of one type. Notes when the answer changes by itself,
 * because a time moves.
 */
export function compareValues(
  operator: Comparison,
  a: unknown,
  b: unknown,
  changesIn: { ms: number },
): boolean {
  if (a instanceof TimeValue || b instanceof TimeValue || areSpans(a, b)) {
    return compareTimes(
      operator,
      TimeValue.from(a),
      TimeValue.from(b),
      changesIn,
    );
  }
  if (operator === '==' || operator === '!=') {
    return areEqual(a, b, changesIn) === (operator === '==');
  }
  if (typeof a !== typeof b || typeof a === 'object') {
    throw new Error(`${operator} can not compare ${typeof a} and ${typeof b}`);
  }
  const [x, y] = [a as number, b as number];
  return answer(operator, Number(x > y) - Number(x < y));
}

/** Lengths of time of evidence are texts: `PT90M` is longer than `PT1H`. */
function areSpans(...values: unknown[]): boolean {
  return values.every(
    value =>
      typeof value === 'string' &&
      value.startsWith('P') &&
      [Duration, RecoveryObjective].some(type => type.safeParse(value).success),
  );
}

function compareTimes(
  operator: Comparison,
  a: TimeValue,
  b: TimeValue,
  changesIn: { ms: number },
): boolean {
  const at = (ms: number) => answer(operator, Math.sign(a.in(ms) - b.in(ms)));
  const now = at(0);
  const meets = a.meets(b);
  const change =
    meets === undefined
      ? undefined
      : [Math.ceil(meets), Math.floor(meets) + 1].find(
          ms => ms > 0 && at(ms) !== now,
        );
  changesIn.ms = Math.min(changesIn.ms, change ?? Infinity);
  return now;
}

function answer(operator: Comparison, sign: number): boolean {
  switch (operator) {
    case '==':
      return sign === 0;
    case '!=':
      return sign !== 0;
    case '<':
      return sign < 0;
    case '<=':
      return sign <= 0;
    case '>':
      return sign > 0;
    default:
      return sign >= 0;
  }
}

/**
 * Whether two values are the same, whatever the order of their fields. Times in
 * lists are compared as times.
 */
export function areEqual(
  a: unknown,
  b: unknown,
  changesIn: { ms: number },
): boolean {
  if (a instanceof TimeValue || b instanceof TimeValue) {
    return compareValues('==', a, b, changesIn);
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) {
      return false;
    }
    // All are compared: each may change at another time.
    const same = a.map((item, place) => areEqual(item, b[place], changesIn));
    return !same.includes(false);
  }
  return typeof a === 'object' && typeof b === 'object'
    ? canonicalJson(a) === canonicalJson(b)
    : a === b;
}
