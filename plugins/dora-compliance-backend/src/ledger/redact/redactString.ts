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

/** No secret that is found by its place and form is shorter. */
const SHORTEST = 5;
const SHORTEST_FORM = 14;

/** A string that is read at once: most are. */
const SHORT = 16 * 1024;

/** Whether a string is read at once, without yielding to the event loop. */
export function isShort(text: string): boolean {
  return text.length <= SHORT;
}

/** Redacts what is found by form or place in a string. */
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

/** Whether there is nothing to find in a string; quick, for short ones. */
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

/** A mark that changes neither the length of a text nor its YAML structure. */
const sameLength: Mark = (rule, removed) => {
  const length = Buffer.byteLength(removed);
  return `REDACTED-${rule}-`.padEnd(length, 'x').slice(0, length);
};

/**
 * Redacts a text in base64. It keeps its length, to the byte, and its line
 * breaks: readers compare the length with another field.
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

/** Other bytes in base64, with the same line breaks. */
function rewritten(encoded: string, bytes: Uint8Array): string {
  const letters = Buffer.from(bytes).toString('base64');
  let next = 0;
  return encoded.replace(/[\w+/=-]+/g, line => {
    next += line.length;
    return letters.slice(next - line.length, next);
  });
}
