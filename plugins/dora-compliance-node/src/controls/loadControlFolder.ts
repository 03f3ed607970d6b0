import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { isMap, LineCounter, parseDocument } from 'yaml';

/**
 * Reads every `<id>/control.yaml` of a folder, in the order of their ids.
 * Throws an Error that names file, line and cause of all that is wrong.
 *
 * @public
 */
export async function loadControlFolder(folder: string): Promise<Control[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
  const results = await Promise.allSettled(
    names.map(name => loadControl(folder, name)),
  );
  const problems = results.flatMap(result =>
    result.status === 'rejected' ? [(result.reason as Error).message] : [],
  );
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  return results.flatMap(result =>
    result.status === 'fulfilled' ? [result.value] : [],
  );
}

async function loadControl(folder: string, name: string): Promise<Control> {
  const file = path.join(folder, name, 'control.yaml');
  const control = parseControl(await readFile(file, 'utf8'), file);
  if (control.id !== name) {
    throw new Error(`${file}: the id is ${control.id}, the folder ${name}`);
  }
  return control;
}

/**
 * Reads a control from YAML. Throws an Error with one line
 * `file:line: cause` for each problem.
 *
 * @public
 */
export function parseControl(text: string, file: string): Control {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const broken = document.errors.map(error => {
    const { line } = lineCounter.linePos(error.pos[0]);
    return `${file}:${line}: ${error.message.split('\n')[0]}`;
  });
  if (broken.length > 0) {
    throw new Error(broken.join('\n'));
  }
  const result = Control.safeParse(document.toJS());
  if (result.success) {
    return result.data;
  }
  const problems = result.error.issues.map(issue => {
    const extra = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const place = [...issue.path, ...extra.slice(0, 1)];
    const { line } = lineCounter.linePos(findOffset(document, place));
    return `${file}:${line}: ${place.join('.')} ${issue.message}`;
  });
  throw new Error(problems.join('\n'));
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
