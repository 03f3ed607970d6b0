import {
  evaluateFilterPredicate,
  type FilterPredicate,
} from '@backstage/filter-predicates';
import { type CelInput, celEnv, isCelError, parse, plan } from '@bufbuild/cel';
import {
  canonicalJson,
  type Control,
  type Digest,
  digestOf,
  type IctAsset,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { type JudgementName, judgements } from '../judgement/judgements';

/** What an assertion may be about: verdicts by judgement, null if unknown. */
export type Verdicts = Partial<Record<JudgementName, boolean | null>>;

/** An assertion ready to be evaluated. */
export type CompiledRequirement = {
  readonly id: string;
  /** The judgements it asks for. */
  readonly judgements: readonly JudgementName[];
  /** True, false, null when a verdict is unknown, or why it broke. */
  evaluate(verdicts: Verdicts): boolean | null | { broken: string };
};

/**
 * A control with its assertions compiled and its digest.
 *
 * @public
 */
export type CompiledControl = {
  readonly control: Control;
  /** Digest of the control as it reads now. */
  readonly digest: Digest;
  readonly requirements: readonly CompiledRequirement[];
  /** Whether the control applies to an asset. */
  appliesTo(asset: IctAsset): boolean;
};

/**
 * Compiles the assertions of a control. Throws an Error that names the
 * requirement and the cause.
 *
 * @public
 */
export function compileControl(control: Control): CompiledControl {
  const appliesTo = control.appliesTo as FilterPredicate;
  return {
    control,
    digest: digestOf(canonicalJson(control)),
    requirements: control.assess.map(({ id, assert }) => {
      try {
        return compileRequirement(id, assert);
      } catch (error) {
        throw new Error(`assess.${id}.assert: ${error}`);
      }
    }),
    appliesTo: asset => evaluateFilterPredicate(appliesTo, asset),
  };
}

function compileRequirement(id: string, assert: string): CompiledRequirement {
  const asked = (Object.keys(judgements) as JudgementName[]).filter(name =>
    new RegExp(`\\b${name.replace('.', '\\.')}\\.`).test(assert),
  );
  if (asked.length === 0) {
    throw new Error(
      `"${assert}" asks for no judgement; there are ${Object.keys(judgements)}`,
    );
  }
  const program = plan(celEnv(), parse(assert));
  return {
    id,
    judgements: asked,
    evaluate(verdicts) {
      const result = program(bindings(verdicts));
      if (isCelError(result)) {
        return { broken: result.message };
      }
      return typeof result === 'boolean' || result === null
        ? result
        : { broken: `"${assert}" is neither true nor false` };
    },
  };
}

/** `change.independence` becomes `{change: {independence: {satisfied}}}`. */
function bindings(verdicts: Verdicts): Record<string, CelInput> {
  const scopes: Record<string, Record<string, CelInput>> = {};
  for (const [name, satisfied] of Object.entries(verdicts)) {
    const [scope = '', judgement = ''] = name.split('.');
    scopes[scope] = { ...scopes[scope], [judgement]: { satisfied } };
  }
  return scopes;
}
