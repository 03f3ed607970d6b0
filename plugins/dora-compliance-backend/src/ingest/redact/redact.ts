import type { Redaction } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { readString, scanJson } from '../json/JsonScanner';
import { mayHoldSecret, SECRET_NAME, secretRules } from './secretRules';

/** What an installation wants taken out beside secrets. */
export type RedactionScope = {
  /** Names whose values are personal data it does not keep, e.g. `email`. */
  personalData: readonly string[];
};

/** A text without what must not be kept, and what was taken out of it. */
export type Redacted = { text: string; redactions: Redaction[] };

/**
 * Takes secrets and unwanted personal data out of a valid JSON text. What is
 * not taken out stays as it was to the byte.
 */
export function redact(text: string, scope: RedactionScope): Redacted {
  const personal = new Set(scope.personalData.map(name => name.toLowerCase()));
  if (personal.size === 0 && !mayHoldSecret(text)) {
    return { text, redactions: [] };
  }
  const redactions: Redaction[] = [];
  const pieces: string[] = [];
  let copied = 0;
  scanJson(text, {
    string({ key, start, end, pointer }) {
      const value = readString(text, start, end);
      const rules = rulesFor(key, value, personal);
      const kept = rules.length > 0 ? without(value, rules) : value;
      if (kept !== value) {
        pieces.push(text.slice(copied, start), JSON.stringify(kept));
        copied = end;
        const at = pointer();
        rules.forEach(({ name }) =>
          redactions.push({ pointer: at, rule: name }),
        );
      }
    },
  });
  pieces.push(text.slice(copied));
  return { text: pieces.join(''), redactions };
}

type Rule = { name: string; pattern: RegExp };

const WHOLE = /^[\s\S]+$/g;

function rulesFor(
  key: string | undefined,
  value: string,
  personal: ReadonlySet<string>,
): Rule[] {
  if (key !== undefined && personal.has(key.toLowerCase())) {
    return [{ name: 'personal-data', pattern: WHOLE }];
  }
  if (key !== undefined && SECRET_NAME.test(key)) {
    return [{ name: 'secret-name', pattern: WHOLE }];
  }
  return value.length < 10
    ? []
    : secretRules.filter(({ pattern }) => value.search(pattern) >= 0);
}

function without(value: string, rules: readonly Rule[]): string {
  return rules.reduce(
    (text, { name, pattern }) => text.replace(pattern, `[redacted: ${name}]`),
    value,
  );
}
