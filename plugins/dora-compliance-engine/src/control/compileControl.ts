import {
  canonicalJson,
  type Control,
  type Digest,
  type Duration,
  computeDigest,
  type IctAsset,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { builtIn } from '../registry/builtIn';
import { joinNeeds, type Needs } from '../registry/Needs';
import type { Registry } from '../registry/Registry';
import { findLongest } from '../population/findLongest';
import { bindParameters, type BoundParameters } from './bindParameters';
import { compileAppliesTo } from './compileAppliesTo';
import { type CompiledClause, compileClauses } from './compileClauses';
import { nameField } from './nameField';
import { requireOrder } from './overrideParameters';

/**
 * A control with its filter and its assertions compiled, and its digest.
 *
 * @public
 */
export type CompiledControl = {
  readonly control: Control;
  /** Digest of the control. */
  readonly digest: Digest;
  /** Its populations, each with what their members must comply with. */
  readonly clauses: readonly CompiledClause[];
  /**
   * How far back what happened counts, the farthest of its populations; absent if
   * only the present counts.
   */
  readonly window?: Duration;
  /** What it reads: loading and marking as due follow from it. */
  readonly needs: Needs;
  /** The values of its parameters, by effective criticality. */
  readonly parameters: BoundParameters;
  /** The same as its file writes them. */
  readonly written: BoundParameters;
  /** Whether the control applies to an asset. */
  appliesTo(asset: IctAsset): boolean;
};

/**
 * Compiles a control.
 *
 * @param registry - the populations and judgements that the control can name;
 *   those of the engine by default
 * @throws a ControlProblem that names the field and the cause
 * @public
 */
export function compileControl(
  control: Control,
  registry: Registry = builtIn,
): CompiledControl {
  const { parameters = {} } = control;
  Object.entries(parameters).forEach(entry => requireOrder(...entry));
  const clauses = compileClauses(control, registry);
  const window = findLongest(
    clauses.flatMap(({ population }) => population.window ?? []),
  );
  return {
    control,
    digest: computeDigest(canonicalJson(control)),
    clauses,
    ...(window && { window }),
    needs: joinNeeds(
      clauses.flatMap(({ population, requirements }) => [
        population.needs,
        ...requirements
          .flatMap(({ judgements }) => judgements)
          .map(({ needs }) => needs),
      ]),
    ),
    ...bindParameters(parameters),
    appliesTo: nameField('appliesTo', () =>
      compileAppliesTo(control.appliesTo),
    ),
  };
}
