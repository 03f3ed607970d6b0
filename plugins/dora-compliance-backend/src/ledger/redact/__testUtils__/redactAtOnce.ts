import { atOnce } from '../inTurns';
import { redactInTurns, type RedactionScope } from '../redact';
import type { RedactedText } from '../RedactedText';

/** Redacts a text without a pause. */
export function redactAtOnce(
  text: string,
  scope: RedactionScope,
): RedactedText {
  return atOnce(redactInTurns(text, scope));
}
