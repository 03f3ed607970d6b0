import { atOnce } from '../inTurns';
import { redaction, type RedactionScope } from '../redact';
import type { Redacted } from '../Redacted';

/** Redacts a text without a pause. */
export function redactAtOnce(text: string, scope: RedactionScope): Redacted {
  return atOnce(redaction(text, scope));
}
