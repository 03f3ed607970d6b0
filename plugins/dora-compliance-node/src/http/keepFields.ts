/**
 * The fields of answers that are kept; undefined for an answer that is kept as it is.
 * `path` is what follows the base address, with its query.
 *
 * @public
 */
export type KeptFields = (path: string) => readonly string[] | undefined;

/**
 * A copy of JSON with the members of these names only, at any depth. Answers about
 * secrets can contain their values under names that nobody foresees, so that what is
 * kept is listed, and not what is dropped.
 *
 * @public
 */
export function keepFields(json: unknown, names: readonly string[]): unknown {
  if (Array.isArray(json)) {
    return json.map(item => keepFields(item, names));
  }
  if (typeof json !== 'object' || json === null) {
    return json;
  }
  return Object.fromEntries(
    Object.entries(json)
      .filter(([name]) => names.includes(name))
      .map(([name, value]) => [name, keepFields(value, names)]),
  );
}

/**
 * Reads a text, and keeps the members of these names only; all if there are none. The
 * error of a parser can quote the text, and so a secret: it is then not passed on.
 */
export function parseKept(
  text: string,
  format: { readonly accept: string; parse(text: string): unknown },
  names: readonly string[] | undefined,
): unknown {
  if (!names) {
    return format.parse(text);
  }
  let json: unknown;
  try {
    json = format.parse(text);
  } catch {
    throw new Error(`not ${format.accept}`);
  }
  return keepFields(json, names);
}
