/** A list or an object that is being scanned, and the place in it. */
export type Place = { isObject: boolean; key: string; index: number };

/** Pointers are no deeper and no longer than this. */
const DEEPEST = 100;
const LONGEST = 2000;

/**
 * A place as a JSON pointer (RFC 6901). If that exceeds the limits, it points
 * to the enclosing value.
 */
export function toPointer(places: readonly Place[]): string {
  let pointer = '';
  for (const { isObject, key, index } of places.slice(0, DEEPEST)) {
    if (pointer.length + key.length > LONGEST) {
      break;
    }
    pointer += isObject
      ? `/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`
      : `/${index}`;
  }
  return pointer;
}
