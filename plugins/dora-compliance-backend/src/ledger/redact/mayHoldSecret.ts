import type { Pausable } from './inTurns';
import { isInAnyPiece } from './pieces';
import type { RedactionWork } from './RedactionWork';
import { mayHoldForm } from './secretForms';
import { mayHoldSecretName, tellsValues } from './secretNames';
import { mayHoldPlace } from './secretPlaces';

/**
 * Characters that JSON escapes and that secrets may have. A word may also begin
 * after the letter of an escape, so that no quick check requires a word
 * boundary.
 */
const HIDDEN = /\\u00(?!26|3[ce])/i;

/**
 * Whether a JSON text may have any secret: a few quick checks instead of many
 * thorough ones. A text that passes them has none.
 */
export function* mayHoldSecret(
  json: string,
  work: RedactionWork,
): Pausable<boolean> {
  const withValues = tellsValues(json);
  return yield* isInAnyPiece(
    json,
    piece =>
      mayHoldForm(piece) ||
      mayHoldSecretName(piece, withValues) ||
      mayHoldPlace(piece) ||
      piece.includes('base64') ||
      (piece.includes('\\u00') && HIDDEN.test(piece)),
    work,
  );
}
