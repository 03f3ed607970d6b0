import { isUtf8 } from 'node:buffer';
import { applyRules, type KeptText } from './applyRules';
import type { Pausable } from './inTurns';
import type { PersonalData } from './personalData';
import { isInAnyPiece } from './pieces';
import type { RedactionWork } from './RedactionWork';
import { mayHoldForm } from './secretForms';
import { mayHoldPlace } from './secretPlaces';
import { type Mark, namedMark } from './marks';
import { secretRules } from './secretRules';

/** Nothing that is told by its place, and by its form, is shorter. */
const SHORTEST = 5;
const SHORTEST_FORM = 14;

/** A text that is read in one go: most are, by far. */
const SHORT = 16 * 1024;

/** Whether a text is read at once, without others getting their turn. */
export function isShort(text: string): boolean {
  return text.length <= SHORT;
}

/** Takes out of a text what is to be found by its form or its place. */
export function* redactPlain(
  text: string,
  personal: PersonalData | undefined,
  work: RedactionWork,
  mark: Mark = namedMark,
): Pausable<KeptText> {
  if (text.length < SHORTEST) {
    return { text, rules: [] };
  }
  const secrets = yield* isInAnyPiece(text, mayHoldSecretWithin, work);
  const rules = [
    ...(secrets ? secretRules : []),
    ...(personal && /@|%40/.test(text) ? personal.inTexts : []),
  ];
  return rules.length > 0
    ? yield* applyRules(text, rules, mark, work)
    : { text, rules: [] };
}

/** Whether there is nothing to look for in a text; quick, for short ones. */
export function isPlain(
  text: string,
  personal: PersonalData | undefined,
): boolean {
  return (
    text.length < SHORTEST ||
    (isShort(text) &&
      !mayHoldSecretWithin(text) &&
      !(personal && /@|%40/.test(text)))
  );
}

function mayHoldSecretWithin(text: string): boolean {
  return (
    (text.length >= SHORTEST_FORM && mayHoldForm(text)) || mayHoldPlace(text)
  );
}

/** A mark that changes neither the length of a text nor what YAML sees in it. */
const sameLength: Mark = (rule, removed) => {
  const length = Buffer.byteLength(removed);
  return `REDACTED-${rule}-`.padEnd(length, 'x').slice(0, length);
};

/**
 * Takes the same out of a text that is written in base 64. It stays as long
 * as it was, to the byte, and broken into the same lines: readers compare its
 * length with what is told beside it.
 */
export function* redactEncoded(
  encoded: string,
  personal: PersonalData | undefined,
  work: RedactionWork,
): Pausable<KeptText> {
  work.spend(encoded.length);
  const bytes = Buffer.from(encoded, 'base64');
  if (!isUtf8(bytes)) {
    return { text: encoded, rules: [] };
  }
  const { text, rules } = yield* redactPlain(
    bytes.toString(),
    personal,
    work,
    sameLength,
  );
  if (rules.length === 0) {
    return { text: encoded, rules };
  }
  work.spend(encoded.length);
  return { text: rewritten(encoded, Buffer.from(text)), rules };
}

/** Other bytes in base 64, broken into the same lines. */
function rewritten(encoded: string, bytes: Uint8Array): string {
  const letters = Buffer.from(bytes).toString('base64');
  let next = 0;
  return encoded.replace(/[\w+/=-]+/g, line => {
    next += line.length;
    return letters.slice(next - line.length, next);
  });
}
