import {
  canonicalJson,
  type Control,
  type Digest,
  digestOf,
  type IctAsset,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileAppliesTo } from './compileAppliesTo';
import {
  type CompiledRequirement,
  compileRequirement,
} from './compileRequirement';

/**
 * A control with its filter and its assertions compiled, and its digest.
 *
 * @public
 */
export type CompiledControl = {
  readonly control: Control;
  /** Digest of the control. */
  readonly digest: Digest;
  readonly requirements: readonly CompiledRequirement[];
  /** Whether the control applies to an asset. */
  appliesTo(asset: IctAsset): boolean;
};

/**
 * Compiles a control. Throws an error that names the field and the cause.
 *
 * @public
 */
export function compileControl(control: Control): CompiledControl {
  const { population } = control;
  const member =
    population.each === 'asset' ? population.from : population.each;
  return {
    control,
    digest: digestOf(canonicalJson(control)),
    requirements: control.assess.map(({ id, assert }) =>
      naming(`assess.${id}.assert`, () =>
        compileRequirement(id, assert, member),
      ),
    ),
    appliesTo: naming('appliesTo', () => compileAppliesTo(control.appliesTo)),
  };
}

function naming<T>(field: string, compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new Error(`${field}: ${cause}`, { cause: error });
  }
}
