import { inTurns, type Pausable } from './inTurns';
import { JsonRedactor } from './JsonRedactor';
import { mayHoldSecret } from './mayHoldSecret';
import { compilePersonalData } from './personalData';
import type { RedactedText } from './RedactedText';
import { RedactionWork } from './RedactionWork';

/** What an installation wants taken out beside secrets. */
export type RedactionScope = {
  /** Names whose values are personal data it does not keep, e.g. `email`. */
  personalData: readonly string[];
};

/**
 * Takes secrets and unwanted personal data out of a valid JSON text. What is
 * not taken out stays as it was to the byte. The event loop turns between the
 * pieces of a long text.
 *
 * @throws RedactionTooCostly when it takes more work than its length allows
 */
export async function redact(
  text: string,
  scope: RedactionScope,
): Promise<RedactedText> {
  return inTurns(redactInTurns(text, scope));
}

/** The work itself, which can be paused and is counted. */
export function* redactInTurns(
  text: string,
  scope: RedactionScope,
  work = new RedactionWork(text.length),
): Pausable<RedactedText> {
  const personal = compilePersonalData(scope.personalData);
  return personal || (yield* mayHoldSecret(text, work))
    ? yield* new JsonRedactor(text, personal, work).redact()
    : { text, redactions: [] };
}
