import { scanJson } from './JsonScanner';

/**
 * Why a JSON text can be read in two ways: an object has a name twice, where
 * readers disagree which counts; or a name that changes what objects inherit.
 */
export function ambiguityOf(text: string): string | undefined {
  let found: string | undefined;
  scanJson(text, {
    name(name, known, pointer) {
      if (found) {
        return;
      }
      if (known) {
        found = `The name "${shortened(name)}" stands twice, at ${pointer()}`;
      } else if (name === '__proto__') {
        found = `The name "__proto__" is not allowed, at ${pointer()}`;
      }
    },
  });
  return found;
}

/** So much of a name is told: a name can be as long as the whole text. */
const TOLD = 200;

function shortened(name: string): string {
  return name.length > TOLD ? `${name.slice(0, TOLD)}…` : name;
}
