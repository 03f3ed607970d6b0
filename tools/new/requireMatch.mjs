import { Problem } from '../run/Problem.mjs';

/** The match of an id, or a problem that shows how ids look. */
export function requireMatch(id, pattern, example) {
  const match = pattern.exec(id ?? '');
  if (!match) {
    throw new Problem(
      `"${id ?? ''}" is no id for it.`,
      `give an id like ${example}.`,
    );
  }
  return match;
}
