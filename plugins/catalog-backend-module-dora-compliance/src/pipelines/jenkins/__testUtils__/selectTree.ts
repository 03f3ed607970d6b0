type Json = Record<string, unknown>;

/**
 * What Jenkins leaves of an answer for `tree=name,jobs[url]{0,5}`: only what
 * is named, of lists only a stretch, and always the class.
 */
export function selectTree(value: unknown, tree: string): unknown {
  const [selected, rest] = select(value, tree);
  if (rest) {
    throw new Error(`no tree of Jenkins: ${tree}`);
  }
  return selected;
}

function select(value: unknown, tree: string): [unknown, string] {
  const of: Json = {};
  const from = (value ?? {}) as Json;
  let rest = tree;
  for (;;) {
    const [, name = '', tail = ''] = /^(\w+)([^]*)$/.exec(rest) ?? [];
    if (!name) {
      throw new Error(`no tree of Jenkins: ${tree}`);
    }
    const [selected, after] = member(from[name], tail);
    if (name in from) {
      of[name] = selected;
    }
    if (!after.startsWith(',')) {
      const type = from._class === undefined ? {} : { _class: from._class };
      return [value === null ? null : { ...type, ...of }, after];
    }
    rest = after.slice(1);
  }
}

function member(value: unknown, tail: string): [unknown, string] {
  if (!tail.startsWith('[')) {
    return [value, tail];
  }
  const inner = tail.slice(1);
  const after = select({}, inner)[1];
  if (!after.startsWith(']')) {
    throw new Error(`no tree of Jenkins: ${tail}`);
  }
  const closed = after.slice(1);
  const [range, from, to] = /^\{(\d+),(\d+)\}/.exec(closed) ?? [''];
  const selected = Array.isArray(value)
    ? value
        .slice(from ? Number(from) : 0, to ? Number(to) : undefined)
        .map(item => select(item, inner)[0])
    : select(value, inner)[0];
  return [selected, closed.slice(range.length)];
}
