import { isMap, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';

/**
 * Reads YAML by a schema. Throws an Error with one line `file:line: cause` for
 * each problem.
 */
export function parseYaml<T extends z.ZodType>(
  schema: T,
  text: string,
  file: string,
): z.output<T> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const broken = document.errors.map(error => {
    const { line } = lineCounter.linePos(error.pos[0]);
    return `${file}:${line}: ${error.message.split('\n')[0]}`;
  });
  if (broken.length > 0) {
    throw new Error(broken.join('\n'));
  }
  const result = schema.safeParse(document.toJS());
  if (result.success) {
    return result.data;
  }
  const problems = result.error.issues.map(issue => {
    const extra = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const place = [...issue.path, ...extra.slice(0, 1)];
    const { line } = lineCounter.linePos(findOffset(document, place));
    return `${file}:${line}: ${place.join('.')} ${readMessage(issue)}`;
  });
  throw new Error(problems.join('\n'));
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
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const path = field
    .split('.')
    .map(part => (/^\d+$/.test(part) ? Number(part) : part));
  return lineCounter.linePos(findOffset(document, path)).line;
}
