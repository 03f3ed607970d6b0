import {
  canonicalJson,
  type CodeVersions,
  type Control,
  type Digest,
  type Duration,
  type EvidenceType,
  computeDigest,
  type IctAsset,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { builtIn } from '../registry/builtIn';
import { joinNeeds, type Needs } from '../registry/Needs';
import type { Registry } from '../registry/Registry';
import { findLongest } from '../population/findLongest';
import { bindParameters, type BoundParameters } from './bindParameters';
import { checkDurations } from './checkDurations';
import { compileAppliesTo } from './compileAppliesTo';
import { type CompiledClause, compileClauses } from './compileClauses';
import { listVersions } from './listVersions';
import { nameField } from './nameField';
import { requireOrder } from './parameterOrder';

/**
 * A control with its filter and its assertions compiled, and its digest.
 *
 * @public
 */
export type CompiledControl = {
  readonly control: Control;
  /** Digest of the control as its file writes it, with what overrides it. */
  readonly digest: Digest;
  /** The versions of the code that decides it. */
  readonly versions: CodeVersions;
  /**
   * Digest of the control and of these versions: equal digests give equal results
   * for equal evidence.
   */
  readonly codeDigest: Digest;
  /** Its populations, each with what their members must comply with. */
  readonly clauses: readonly CompiledClause[];
  /**
   * How far back what happened counts, the farthest of its populations; absent if
   * only the present counts.
   */
  readonly window?: Duration;
  /** What it reads: loading and marking as due follow from it. */
  readonly needs: Needs;
  /** The types of evidence among them, each once, in one order. */
  readonly reads: readonly EvidenceType[];
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
  checkDurations(control);
  Object.entries(control.parameters ?? {}).forEach(([name, parameter]) =>
    requireOrder(name, parameter),
  );
  const clauses = compileClauses(control, registry);
  const window = findLongest(
    clauses.flatMap(({ population }) => population.window ?? []),
  );
  const needs = joinNeeds(
    clauses.flatMap(({ population, requirements }) => [
      population.needs,
      ...requirements
        .flatMap(({ judgements }) => judgements)
        .map(one => one.needs),
    ]),
  );
  const digest = computeDigest(canonicalJson(control));
  const versions = listVersions(control, clauses, registry);
  return {
    control,
    digest,
    versions,
    codeDigest: computeDigest(canonicalJson({ control: digest, versions })),
    clauses,
    ...(window && { window }),
    needs,
    reads: listTypes(needs),
    ...bindParameters(control.parameters ?? {}),
    appliesTo: nameField('appliesTo', () =>
      compileAppliesTo(control.appliesTo),
    ),
  };
}

function listTypes({ evidence }: Needs): EvidenceType[] {
  return [...new Set(evidence.flatMap(({ types }) => types))].sort();
}
