import { closest, distance } from 'fastest-levenshtein';

/**
 * The known name that was most likely meant by an unknown one; undefined when
 * none is near.
 *
 * @public
 */
export function nearestName(
  given: string,
  known: readonly string[],
): string | undefined {
  const near = known.filter(name => isNear(given, name));
  const best = closest(plain(given), near.map(plain));
  return near.find(name => plain(name) === best);
}

/**
 * `; did you mean "commit"?`, if one of some names was most likely meant by an unknown
 * one; otherwise an empty text.
 *
 * @public
 */
export function suggestName(given: string, known: Iterable<string>): string {
  const nearest = nearestName(given, [...known]);
  return nearest ? `; did you mean "${nearest}"?` : '';
}

/**
 * Whether a name is another one with a few mistakes.
 *
 * @public
 */
export function isMisspelt(given: string, name: string): boolean {
  // The longer the name, the more of them.
  const mistakes = 1 + [5, 10].filter(length => name.length >= length).length;
  return given !== name && distance(plain(given), plain(name)) <= mistakes;
}

function isNear(given: string, name: string): boolean {
  const [short = '', long = ''] = [plain(given), plain(name)].sort(
    (one, other) => one.length - other.length,
  );
  return isMisspelt(given, name) || (short.length >= 4 && long.includes(short));
}

/** Without what is often mistaken: capitals, dashes and underscores. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
