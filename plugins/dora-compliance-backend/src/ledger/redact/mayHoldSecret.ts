import type { Pausable } from './inTurns';
import { isInAnyPiece } from './pieces';
import type { RedactionWork } from './RedactionWork';
import { mayHoldForm } from './secretForms';
import { mayHoldSecretName, tellsValues } from './secretNames';
import { mayHoldPlace } from './secretPlaces';

/**
 * Letters that JSON hides and that secrets may be of. A word may begin after
 * the letter of an escape, too, so that no quick look asks for its boundary.
 */
const HIDDEN = /\\u00(?!26|3[ce])/i;

/**
 * Whether a JSON text may hold any secret: a few quick looks instead of many
 * thorough ones. What they let pass holds none.
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
