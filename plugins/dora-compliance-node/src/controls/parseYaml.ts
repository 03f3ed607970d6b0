import { isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';

/** Nobody reads more, and finding where each one stands takes time. */
const MOST_PROBLEMS = 50;

/** A problem, and a function that finds where it stands. */
type Problem = { offset: () => number; text: string };

/**
 * Reads YAML by a schema. Throws an Error with one line `file:line: cause` for
 * each problem; of many for the first ones, and the number of the others.
 */
export function parseYaml<T extends z.ZodType>(
  schema: T,
  text: string,
  file: string,
): z.output<T> {
  const { document, lineCounter } = readDocument(text);
  const fail = (problems: readonly Problem[]): never => {
    const lines = problems
      .slice(0, MOST_PROBLEMS)
      .map(
        ({ offset, text: cause }) =>
          `${file}:${lineCounter.linePos(offset()).line}: ${cause}`,
      );
    const more = problems.length - lines.length;
    throw new Error(
      [...lines, ...(more > 0 ? [`${file}: ${more} more problems`] : [])].join(
        '\n',
      ),
    );
  };
  const broken = document.errors.map(error => ({
    offset: () => error.pos[0],
    text: error.message.split('\n')[0]!,
  }));
  const flaws = broken.length > 0 ? broken : listTwice(document);
  if (flaws.length > 0) {
    fail(flaws);
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) {
    return result.data;
  }
  return fail(
    result.error.issues.map(issue => {
      const extra = issue.code === 'unrecognized_keys' ? issue.keys : [];
      const place = [...issue.path, ...extra.slice(0, 1)];
      return {
        offset: () => findOffset(document, place),
        text: `${place.join('.')} ${readMessage(issue)}`,
      };
    }),
  );
}

/** The parser compares each key of a map with all others; `listTwice` does not. */
function readDocument(text: string) {
  const lineCounter = new LineCounter();
  return {
    document: parseDocument(text, { lineCounter, uniqueKeys: false }),
    lineCounter,
  };
}

/** Keys that a map has twice: the later one would win silently. */
function listTwice(document: ReturnType<typeof parseDocument>): Problem[] {
  const found: Problem[] = [];
  visit(document, {
    Map(_, map) {
      const known = new Set<unknown>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? key.value : undefined;
        if (name !== undefined && known.has(name)) {
          const offset = (key as { range?: number[] }).range?.[0] ?? 0;
          found.push({
            offset: () => offset,
            text: `${String(name)} is there twice; remove one`,
          });
        }
        known.add(name);
      }
    },
  });
  return found;
}

/** What is wrong with a key, rather than that it is wrong. */
function readMessage(issue: z.core.$ZodIssue): string {
  return (
    (issue.code === 'invalid_key' && issue.issues[0]?.message) || issue.message
  );
}

/** Where a field stands, or else what it should stand in. */
function findOffset(
  document: ReturnType<typeof parseDocument>,
  field: readonly PropertyKey[],
): number {
  for (let length = field.length; length > 0; length--) {
    const parent = document.getIn(field.slice(0, length - 1), true);
    const key = field[length - 1];
    const pair = isMap(parent)
      ? parent.items.find(item => String(item.key) === String(key))
      : undefined;
    const node =
      (pair?.key as { range?: number[] } | undefined) ??
      (document.getIn(field.slice(0, length), true) as
        | { range?: number[] }
        | undefined);
    if (node?.range?.[0] !== undefined) {
      return node.range[0];
    }
  }
  return 0;
}

/**
 * Where a field stands in YAML, such as `assess.0.assert`, from 1 on. The line of
 * what it should stand in, if it is not there.
 *
 * @public
 */
export function findLine(text: string, field: string): number {
  const { document, lineCounter } = readDocument(text);
  const path = field
    .split('.')
    .map(part => (/^\d+$/.test(part) ? Number(part) : part));
  return lineCounter.linePos(findOffset(document, path)).line;
}
