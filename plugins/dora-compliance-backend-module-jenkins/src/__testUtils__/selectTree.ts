type Json = Record<string, unknown>;

/**
 * What Jenkins leaves of an answer for `tree=name,jobs[url]{0,5}`: only what
 * is named, of lists only a stretch, and always the class.
 */
export function selectTree(value: unknown, tree: string): unknown {
  const [selected, rest] = selectFields(value, tree);
  if (rest) {
    throw new Error(`no tree of Jenkins: ${tree}`);
  }
  return selected;
}

/** Reads names until the list of them ends; answers what is left to read. */
function selectFields(value: unknown, tree: string): [unknown, string] {
  const source = (value ?? {}) as Json;
  const selected: Json =
    source._class === undefined ? {} : { _class: source._class };
  let rest = `,${tree}`;
  while (rest.startsWith(',')) {
    const [found, name = ''] = /^,(\w+)/.exec(rest) ?? [];
    if (!found) {
      throw new Error(`no tree of Jenkins: ${tree}`);
    }
    const [member, after] = selectMember(
      source[name],
      rest.slice(found.length),
    );
    if (name in source) {
      selected[name] = member;
    }
    rest = after;
  }
  return [value === null ? null : selected, rest];
}

function selectMember(value: unknown, rest: string): [unknown, string] {
  if (!rest.startsWith('[')) {
    return [value, rest];
  }
  const inner = rest.slice(1);
  const [, after] = selectFields({}, inner);
  const [closed, range] = /^\](?:\{(\d+,\d+)\})?/.exec(after) ?? [];
  if (!closed) {
    throw new Error(`no tree of Jenkins: ${rest}`);
  }
  const [from = 0, to] = range?.split(',').map(Number) ?? [];
  const selected = Array.isArray(value)
    ? value.slice(from, to).map(item => selectFields(item, inner)[0])
    : selectFields(value, inner)[0];
  return [selected, after.slice(closed.length)];
}
