/** More of a kind are only counted. */
const MOST = 20;

/**
 * At most this many different texts, the last of which counts the others.
 *
 * @public
 */
export function limitTexts(texts: readonly string[], most = MOST): string[] {
  const distinct = [...new Set(texts)];
  const more = distinct.length - most;
  return more > 0 ? [...distinct.slice(0, most), `and ${more} more`] : distinct;
}
