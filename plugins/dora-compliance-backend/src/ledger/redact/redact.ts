import { inTurns, type Pausable } from './inTurns';
import { JsonRedactor } from './JsonRedactor';
import { mayHoldSecret } from './mayHoldSecret';
import { compilePersonalData } from './personalData';
import type { RedactedText } from './RedactedText';
import { RedactionWork } from './RedactionWork';

/** What an installation redacts besides secrets. */
export type RedactionScope = {
  /** Names whose values are personal data that is not kept, e.g. `email`. */
  personalData: readonly string[];
};

/**
 * Redacts secrets and unwanted personal data in a valid JSON text. The rest
 * stays the same to the byte. Yields to the event loop between the pieces of a
 * long text.
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
