import { readFile } from 'node:fs/promises';
import { ProvisionIndex } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { parseYaml } from './parseYaml';

/**
 * Reads an index of provisions: a YAML file with the references of each act, and
 * what each says. Throws an Error that names file, line and cause of all that is
 * wrong.
 *
 * @public
 */
export async function loadProvisions(file: string): Promise<ProvisionIndex> {
  return parseYaml(ProvisionIndex, await readFile(file, 'utf8'), file);
}
