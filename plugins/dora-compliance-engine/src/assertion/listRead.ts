import { type Node, readPath, walk } from './Expression';

/** Longer values are cut: they are shown within a sentence. */
const LONGEST = 60;
const MOST = 4;

/**
 * The values of a member that an assertion reads, such as `outcome = "failure"`,
 * to show why it has its result. Values that are no text, number or list of
 * those are left out.
 */
export function listRead(expression: Node, member: object): string {
  const paths = new Map<string, string[]>();
  for (const node of walk(expression)) {
    const [root, ...path] = readPath(node) ?? [];
    if (root === 'member' && path.length > 0) {
      paths.set(path.join('.'), path);
    }
  }
  const shown = [...paths].flatMap(([name, path]) => {
    const text = writeValue(readValue(member, path));
    return text === undefined ? [] : [`${name} = ${text}`];
  });
  return shown.slice(0, MOST).join(', ');
}

function readValue(member: object, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (of, name) =>
      typeof of === 'object' && of !== null && Object.hasOwn(of, name)
        ? (of as Record<string, unknown>)[name]
        : undefined,
    member,
  );
}

function writeValue(value: unknown): string | undefined {
  const isSimple = (one: unknown) =>
    ['string', 'number', 'boolean'].includes(typeof one);
  const isShown = Array.isArray(value)
    ? value.every(isSimple)
    : isSimple(value);
  const text = isShown ? JSON.stringify(value) : undefined;
  return text && text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
