import canonicalize from 'canonicalize';

/**
 * The canonical form of a JSON value (RFC 8785), the only basis for ids and
 * digests. Throws on what JSON can't say: lone surrogates, NaN, cycles.
 *
 * @public
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) {
    throw new TypeError('undefined has no canonical JSON form');
  }
  return text;
}
