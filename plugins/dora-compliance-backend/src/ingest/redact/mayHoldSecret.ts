import { mayHoldForm } from './secretForms';
import { mayHoldSecretName } from './secretNames';
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
export function mayHoldSecret(json: string): boolean {
  return (
    mayHoldForm(json) ||
    mayHoldSecretName(json) ||
    mayHoldPlace(json) ||
    json.includes('base64') ||
    (json.includes('\\u00') && HIDDEN.test(json))
  );
}
