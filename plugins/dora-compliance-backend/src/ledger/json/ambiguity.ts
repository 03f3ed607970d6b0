import {
  reason,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { JsonBody } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { QUOTE, SPACE } from './characters';
import { scanJson } from './JsonScanner';

/**
 * Why a JSON text can be read in two ways: an object has a name twice, and
 * readers disagree about which value counts; or a name changes what objects
 * inherit.
 */
export function findAmbiguity(
  json: Pick<JsonBody, 'text' | 'payload'>,
): string | undefined {
  return isSurelyClear(json) ? undefined : firstAmbiguity(json.text);
}

/**
 * Parsing keeps one of two equal names of an object: a text with no more names
 * than the parsed value has no such object.
 */
function isSurelyClear({ text, payload }: { text: string; payload: unknown }) {
  return countColons(text) === countNames(payload);
}

/** Colons after a quote: one for each name, and maybe more within strings. */
function countColons(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':', 0); at > 0; at = text.indexOf(':', at + 1)) {
    let before = text.charCodeAt(at - 1);
    for (let back = at - 2; SPACE.has(before); back -= 1) {
      before = text.charCodeAt(back);
    }
    count += before === QUOTE ? 1 : 0;
  }
  return count;
}

/**
 * The number of names of all objects in a payload; NaN if one is `__proto__`.
 */
function countNames(payload: unknown): number {
  const open: unknown[] = [payload];
  let count = 0;
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) {
      continue;
    }
    if (Array.isArray(value)) {
      for (const item of value) {
        open.push(item);
      }
      continue;
    }
    for (const name of Object.keys(value)) {
      if (name === '__proto__') {
        return NaN;
      }
      count += 1;
      open.push((value as Record<string, unknown>)[name]);
    }
  }
  return count;
}

function firstAmbiguity(text: string): string | undefined {
  let found: string | undefined;
  scanJson(text, {
    name(name, known, pointer) {
      if (found) {
        return;
      }
      if (known) {
        found = writeReason(
          reason('document-name-twice', {
            name: shortened(name),
            at: pointer(),
          }),
        );
      } else if (name === '__proto__') {
        found = writeReason(
          reason('document-name-forbidden', { name, at: pointer() }),
        );
      }
    },
  });
  return found;
}

/**
 * The longest part of a name that is shown: a name can be as long as the whole
 * text.
 */
const TOLD = 200;

function shortened(name: string): string {
  return name.length > TOLD ? `${name.slice(0, TOLD)}…` : name;
}
