import type { Span } from './TextRule';

const BEGIN = '-----BEGIN ';
const END = '-----END ';

/** What follows these in the lines around a private key (RFC 7468). */
const LABEL = /(?:[A-Z ]{1,60} )?PRIVATE KEY(?: BLOCK)?-----/y;

/**
 * The first private key that begins at a place or after it: up to the line that
 * ends it, or to the end of the text if there is none.
 */
export function findPrivateKey(text: string, from: number): Span | undefined {
  const begin = labelled(text, BEGIN, from);
  if (!begin) {
    return undefined;
  }
  const end = labelled(text, END, begin.end);
  return { start: begin.start, end: end?.end ?? text.length };
}

function labelled(text: string, line: string, from: number): Span | undefined {
  let start = text.indexOf(line, from);
  while (start >= 0) {
    LABEL.lastIndex = start + line.length;
    if (LABEL.test(text)) {
      return { start, end: LABEL.lastIndex };
    }
    start = text.indexOf(line, start + 1);
  }
  return undefined;
}
