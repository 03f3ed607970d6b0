import type { Span } from './TextRule';

/** How a part of a token begins that is a JSON object in base64. */
const OBJECT = 'eyJ';

/** The fewest further letters of a part. */
const SHORTEST = 10;

/**
 * The first JSON web token (RFC 7519) that begins at a place or after it: two
 * objects and a signature, separated by dots. Letters directly before it belong
 * to it. Searches for the second object first, so that each letter is read at
 * most three times: as part of a header, of a payload and of a signature.
 */
export function findJsonWebToken(text: string, from: number): Span | undefined {
  let at = from;
  for (;;) {
    const point = text.indexOf(`.${OBJECT}`, at);
    if (point < 0) {
      return undefined;
    }
    const payload = point + 1 + OBJECT.length;
    const payloadEnd = endOfPart(text, payload);
    const signature = payloadEnd + 1;
    if (
      payloadEnd - payload >= SHORTEST &&
      text.charAt(payloadEnd) === '.' &&
      isPart(text.charCodeAt(signature))
    ) {
      const start = startOfPart(text, point, from);
      const end = endOfPart(text, signature);
      if (end - signature >= SHORTEST && hasHeader(text.slice(start, point))) {
        return { start, end };
      }
    }
    // The next token may have this payload as its header.
    at = payloadEnd;
  }
}

/** Whether letters end with an object that is as long as a header. */
function hasHeader(letters: string): boolean {
  let at = letters.indexOf(OBJECT);
  while (at >= 0 && letters.length - at - OBJECT.length >= SHORTEST) {
    if (at === 0 || letters.charAt(at - 1) === '-') {
      return true;
    }
    at = letters.indexOf(OBJECT, at + 1);
  }
  return false;
}

function endOfPart(text: string, start: number): number {
  let end = start;
  while (isPart(text.charCodeAt(end))) {
    end += 1;
  }
  return end;
}

function startOfPart(text: string, end: number, least: number): number {
  let start = end;
  while (start > least && isPart(text.charCodeAt(start - 1))) {
    start -= 1;
  }
  return start;
}

/** Whether a code is a letter of base64url. */
function isPart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 45
  );
}
