import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type Control,
  ControlTexts,
  findTextProblems,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { parseYaml } from './parseYaml';

/**
 * The texts of a control in other languages, by their tags, such as `de`.
 *
 * @public
 */
export type ControlTranslations = Readonly<Record<string, ControlTexts>>;

const FILE = /^text\.([a-z]{2,3}(?:-[A-Za-z]{2,4})?)\.yaml$/;

/**
 * Reads every `text.<language>.yaml` beside the file of a control.
 *
 * @param folder - the folder of all controls
 * @throws an Error with one line `file: cause` for each problem
 * @public
 */
export async function loadControlTexts(
  folder: string,
  control: Control,
): Promise<ControlTranslations> {
  const own = path.join(folder, control.id);
  const names = (await readdir(own)).sort();
  const found = names.flatMap(name => {
    const [, tag] = FILE.exec(name) ?? [];
    return tag ? [{ tag, file: path.join(own, name) }] : [];
  });
  const loaded: Record<string, ControlTexts> = {};
  const problems: string[] = [];
  for (const { tag, file } of found) {
    const texts = parseYaml(ControlTexts, await readFile(file, 'utf8'), file);
    loaded[tag] = texts;
    problems.push(
      ...findTextProblems(control, texts).map(cause => `${file}: ${cause}`),
    );
  }
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  return loaded;
}
