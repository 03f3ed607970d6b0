import type { Redaction } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { JsonRedactor } from './JsonRedactor';
import { mayHoldSecret } from './mayHoldSecret';
import { personalDataOf } from './personalData';

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
  const personal = personalDataOf(scope.personalData);
  return personal || mayHoldSecret(text)
    ? new JsonRedactor(text, personal).redact()
    : { text, redactions: [] };
}
