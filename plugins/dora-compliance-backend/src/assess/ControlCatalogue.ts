import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type CompiledControl,
  compileControl,
  type Registry,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';

/** The installed controls, compiled, by id. */
export type ControlCatalogue = ReadonlyMap<string, CompiledControl>;

/**
 * Compiles all controls. Throws on the first that can't be used, so that the
 * backend never starts with a control silently missing.
 */
export function compileCatalogue(
  controls: readonly Control[],
  registry?: Registry,
) {
  const catalogue = new Map<string, CompiledControl>();
  for (const control of controls) {
    try {
      catalogue.set(control.id, compileControl(control, registry));
    } catch (error) {
      throw new Error(`The control ${control.id} can't be used: ${error}`);
    }
  }
  return catalogue;
}
