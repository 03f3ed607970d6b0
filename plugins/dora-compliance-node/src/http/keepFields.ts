/**
 * The fields of answers that are kept; undefined for an answer that is kept as it is.
 * `path` is what follows the base address, with its query.
 *
 * @public
 */
export type KeptFields = (path: string) => readonly string[] | undefined;

/**
 * A copy of JSON with the members of these names only, at any depth. `variables.*` keeps
 * each member of `variables`, whatever its name; below it, no `value` is kept. Answers about
 * secrets can contain their values under names that nobody foresees, so that what is
 * kept is listed, and not what is dropped.
 *
 * @public
 */
export function keepFields(json: unknown, names: readonly string[]): unknown {
  if (Array.isArray(json)) {
    return json.map(item => keepFields(item, names));
  }
  // A text that no name leads to may be a value.
  return isObject(json) ? keepMembers(json, names) : null;
}

function keepMembers(json: object, names: readonly string[]) {
  return Object.fromEntries(
    Object.entries(json)
      .filter(([name]) => names.includes(name) || names.includes(`${name}.*`))
      .map(([name, value]) => [
        name,
        names.includes(`${name}.*`)
          ? keepEach(value, names)
          : keepNamed(value, names),
      ]),
  );
}

/** The value of a name that is kept, such as a text or a list of scopes. */
function keepNamed(value: unknown, names: readonly string[]): unknown {
  if (Array.isArray(value)) {
    return value.map(item => keepNamed(item, names));
  }
  return isObject(value) ? keepMembers(value, names) : value;
}

/** Members whose names are chosen by people. One that is no object may be a value. */
function keepEach(json: unknown, names: readonly string[]): unknown {
  const within = names.filter(name => name !== 'value');
  return isObject(json)
    ? Object.fromEntries(
        Object.entries(json).map(([name, value]) => [
          name,
          isObject(value) ? keepFields(value, within) : null,
        ]),
      )
    : null;
}

function isObject(json: unknown): json is object {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
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
