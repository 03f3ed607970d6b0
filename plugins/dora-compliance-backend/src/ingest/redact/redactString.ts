import { isUtf8 } from 'node:buffer';
import type { PersonalData } from './personalData';
import { mayHoldForm } from './secretForms';
import { mayHoldPlace } from './secretPlaces';
import { applyRules, type Mark, namedMark, secretRules } from './textRules';

/** A text without what must not be kept, and the rules that took it out. */
export type KeptText = { text: string; rules: string[] };

/** Nothing that is told by its place, and by its form, is shorter. */
const SHORTEST = 5;
const SHORTEST_FORM = 14;

/** Takes out of a text what is to be found by its form or its place. */
export function redactPlain(
  text: string,
  personal: PersonalData | undefined,
  mark: Mark = namedMark,
): KeptText {
  if (text.length < SHORTEST) {
    return { text, rules: [] };
  }
  const secrets =
    (text.length >= SHORTEST_FORM && mayHoldForm(text)) || mayHoldPlace(text);
  const rules = [
    ...(secrets ? secretRules : []),
    ...(personal && /@|%40/.test(text) ? personal.inTexts : []),
  ];
  return rules.length > 0 ? applyRules(text, rules, mark) : { text, rules: [] };
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
export function redactEncoded(
  encoded: string,
  personal: PersonalData | undefined,
): KeptText {
  const bytes = Buffer.from(encoded, 'base64');
  if (!isUtf8(bytes)) {
    return { text: encoded, rules: [] };
  }
  const { text, rules } = redactPlain(bytes.toString(), personal, sameLength);
  if (rules.length === 0) {
    return { text: encoded, rules };
  }
  const letters = Buffer.from(text).toString('base64');
  let next = 0;
  return {
    text: encoded.replace(/[\w+/=-]/g, () => letters.charAt(next++)),
    rules,
  };
}
