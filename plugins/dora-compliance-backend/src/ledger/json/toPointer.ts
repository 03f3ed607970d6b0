/** A list or an object that is being walked through, and where in it. */
export type Place = { isObject: boolean; key: string; index: number };

/** Deeper than this, or longer, no pointer goes. */
const DEEPEST = 100;
const LONGEST = 2000;

/**
 * A place as a JSON pointer (RFC 6901). Where that would grow without bound,
 * it points to what the place lies in.
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
