import { closest, distance } from 'fastest-levenshtein';

/**
 * `; did you mean "commit"?`, if one of some names is close to one that does not
 * exist; otherwise an empty text.
 */
export function suggestName(unknown: string, names: Iterable<string>): string {
  const nearest = closest(unknown, [...names]);
  const isNear = nearest && distance(unknown, nearest) <= unknown.length / 2;
  return isNear ? `; did you mean "${nearest}"?` : '';
}
