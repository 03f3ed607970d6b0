import { TimeValue } from './TimeValue';

/**
 * Adds, subtracts or multiplies numbers, times, texts or lists.
 *
 * @throws an Error for what has no value
 */
export function compute(
  operator: '+' | '-' | '*' | '%',
  a: unknown,
  b: unknown,
): unknown {
  if (isTime(operator, a) || isTime(operator, b)) {
    const [left, right] = [TimeValue.from(a), TimeValue.from(b)];
    return operator === '+' ? left.plus(right) : left.minus(right);
  }
  if (operator === '+' && typeof a === 'string' && typeof b === 'string') {
    return a + b;
  }
  if (operator === '+' && Array.isArray(a) && Array.isArray(b)) {
    return [...a, ...b];
  }
  if (typeof a !== 'number' || typeof b !== 'number') {
    throw new Error(`${operator} can not use ${typeof a} and ${typeof b}`);
  }
  return computeNumber(operator, a, b);
}

/** How long a text or a list is. */
export function findLength(value: unknown): number {
  if (typeof value !== 'string' && !Array.isArray(value)) {
    throw new Error('size needs a text or a list');
  }
  return value.length;
}

/** Evidence has times as texts, and a text can not be subtracted. */
function isTime(operator: string, value: unknown): boolean {
  return (
    value instanceof TimeValue ||
    (operator === '-' && typeof value === 'string')
  );
}

function computeNumber(
  operator: '+' | '-' | '*' | '%',
  a: number,
  b: number,
): number {
  if (operator === '%' && b === 0) {
    throw new Error('a division by zero');
  }
  const result = { '+': a + b, '-': a - b, '*': a * b, '%': a % b }[operator];
  if (!Number.isFinite(result)) {
    throw new Error('a number that is too large');
  }
  return result;
}
