import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type CompiledControl,
  compileControl,
  ControlProblem,
  type Registry,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';

/** The installed controls, compiled, by id. */
export type ControlCatalogue = ReadonlyMap<string, CompiledControl>;

/** Where a field of a control stands, such as `control.yaml:14`. */
type LocateField = (controlId: string, field: string) => string;

/**
 * Compiles all controls.
 *
 * @param options - what controls can name, and where their fields stand
 * @throws an Error that names every control that can't be used, so that the
 *   backend never starts with a control silently missing
 */
export function compileCatalogue(
  controls: readonly Control[],
  {
    registry,
    locate = id => id,
  }: { registry?: Registry; locate?: LocateField } = {},
): ControlCatalogue {
  const catalogue = new Map<string, CompiledControl>();
  const problems: string[] = [];
  for (const control of controls) {
    try {
      catalogue.set(control.id, compileControl(control, registry));
    } catch (error) {
      if (!(error instanceof ControlProblem)) {
        throw error;
      }
      problems.push(`${locate(control.id, error.field)}: ${error.message}`);
    }
  }
  if (problems.length > 0) {
    throw new Error(`Controls can't be used:\n${problems.join('\n')}`);
  }
  return catalogue;
}
