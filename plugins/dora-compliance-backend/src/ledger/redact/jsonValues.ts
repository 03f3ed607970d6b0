import {
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
  SPACE,
} from '../json/characters';
import { endOfString } from '../json/JsonScanner';

const MINUS = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;

/** Whether a number begins with this. */
export function opensNumber(code: number): boolean {
  return code === MINUS || (code >= ZERO && code <= NINE);
}

const NUMBER = /[-+.\deE]*/y;

/** One past the number that begins at a place. */
export function endOfNumber(text: string, start: number): number {
  NUMBER.lastIndex = start;
  NUMBER.test(text);
  return NUMBER.lastIndex;
}

/**
 * One past the list or object that begins at a place, and whether it has any
 * content besides names, booleans and null.
 */
export function readThrough(
  text: string,
  start: number,
): { end: number; tells: boolean } {
  let depth = 0;
  let tells = false;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      tells ||=
        end - at > 2 && text.charCodeAt(afterSpace(text, end)) !== COLON;
      at = end - 1;
    } else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      depth += 1;
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) {
      depth -= 1;
      if (depth === 0) {
        return { end: at + 1, tells };
      }
    } else {
      tells ||= opensNumber(code);
    }
  }
  return { end: text.length, tells };
}

/** The next place that is no white space. */
export function afterSpace(text: string, from: number): number {
  let at = from;
  while (SPACE.has(text.charCodeAt(at))) {
    at += 1;
  }
  return at;
}
