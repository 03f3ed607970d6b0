import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { findLine, parseYaml } from './parseYaml';

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
  const control = parseYaml(Control, text, file);
  const forged = Object.entries(control.parameters ?? {}).find(
    ([, { override }]) => override,
  )?.[0];
  if (forged) {
    const field = `parameters.${forged}.override`;
    throw new Error(
      `${file}:${findLine(
        text,
        field,
      )}: ${field} is set by the configuration only; remove it`,
    );
  }
  return control;
}

/**
 * Where a field of a control stands, as `file:line`.
 *
 * @param folder - the folder of all controls
 * @public
 */
export function locateField(folder: string, id: string, field: string): string {
  const file = path.join(folder, id, 'control.yaml');
  return `${file}:${findLine(readFileSync(file, 'utf8'), field)}`;
}
