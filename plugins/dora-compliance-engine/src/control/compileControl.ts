import {
  canonicalJson,
  type Control,
  type Digest,
  computeDigest,
  type IctAsset,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { joinNeeds, type Needs } from '../registry/Needs';
import type { Population } from '../registry/Population';
import { registry } from '../registry/Registry';
import { bindParameters, type BoundParameters } from './bindParameters';
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
  /** How its members are found. */
  readonly population: Population;
  /** What it reads: loading and marking as due follow from it. */
  readonly needs: Needs;
  /** The values of its parameters, by effective criticality. */
  readonly parameters: BoundParameters;
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
  const population = registry.population(control);
  const { parameters = {} } = control;
  const requirements = control.assess.map(({ id, assert }) =>
    naming(`assess.${id}.assert`, () =>
      compileRequirement(id, assert, { member: population.member, parameters }),
    ),
  );
  return {
    control,
    digest: computeDigest(canonicalJson(control)),
    population,
    needs: joinNeeds([
      population.needs,
      ...requirements
        .flatMap(({ judgements }) => judgements)
        .map(({ needs }) => needs),
    ]),
    parameters: bindParameters(parameters),
    requirements,
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
