import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type CompiledControl,
  compileControl,
  ControlProblem,
  type Registry,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';

import type { ControlFolders } from './ControlFolders';

/** The installed controls, compiled, by id. */
export type ControlCatalogue = ReadonlyMap<string, CompiledControl>;

/**
 * Compiles all controls.
 *
 * @throws an Error that names every control that can't be used, so that the
 *   backend never starts with a control silently missing
 */
export function compileCatalogue(
  controls: readonly Control[],
  registry?: Registry,
): ControlCatalogue {
  const { catalogue, problems } = compileAll(controls, registry);
  if (problems.length > 0) {
    throw new Error(describe(problems.map(({ id, problem }) => `${id}: ${problem.message}`)));
  }
  return catalogue;
}

/**
 * Compiles the controls that modules added.
 *
 * @throws an Error that names the file and the line of all that is wrong
 */
export async function compileFolders(
  folders: ControlFolders,
  controls: readonly Control[],
  registry: Registry,
): Promise<ControlCatalogue> {
  const { catalogue, problems } = compileAll(controls, registry);
  if (problems.length > 0) {
    const lines = problems.map(({ id, problem }) =>
      folders.locate(id, problem),
    );
    throw new Error(describe(await Promise.all(lines)));
  }
  return catalogue;
}

function compileAll(
  controls: readonly Control[],
  registry: Registry | undefined,
) {
  const catalogue = new Map<string, CompiledControl>();
  const problems: { id: string; problem: ControlProblem }[] = [];
  for (const control of controls) {
    try {
      catalogue.set(control.id, compileControl(control, registry));
    } catch (error) {
      if (!(error instanceof ControlProblem)) {
        throw error;
      }
      problems.push({ id: control.id, problem: error });
    }
  }
  return { catalogue, problems };
}

function describe(problems: readonly string[]): string {
  return `Controls can't be used:\n${problems.join('\n')}`;
}
