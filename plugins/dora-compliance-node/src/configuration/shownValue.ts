/** A word, an ISO 8601 duration, or a number with a unit, each of them short. */
const PLAIN =
  /^(?:[a-z][a-z -]{0,11}|-?P[\dTYMWDHS.,]{0,11}|-?\d[\d.,]{0,7} ?[a-z]{0,7})?$/i;

/**
 * A wrong value as an error message shows it. Only short and plain values are
 * written out: anything else may be a secret that was set under the wrong key.
 */
export function shownValue(value: unknown): string {
  if (value === undefined) {
    return 'not set';
  }
  return isPlain(value)
    ? JSON.stringify(value)
    : `${kindAndSize(value)} (not shown)`;
}

function isPlain(value: unknown): boolean {
  switch (typeof value) {
    case 'boolean':
      return true;
    case 'number':
    case 'string':
      return PLAIN.test(String(value));
    default:
      return value === null || isPlainObject(value);
  }
}

/** A duration may be an object of numbers. */
function isPlainObject(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    !Array.isArray(value) &&
    Object.entries(value ?? {}).length < 8 &&
    Object.entries(value ?? {}).every(
      ([key, part]) =>
        PLAIN.test(key) && typeof part === 'number' && isPlain(part),
    )
  );
}

function kindAndSize(value: unknown): string {
  if (typeof value === 'string') {
    return `text of length ${value.length}`;
  }
  if (Array.isArray(value)) {
    return `a list of length ${value.length}`;
  }
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
