import { type CelInput, celEnv, isCelError, parse, plan } from '@bufbuild/cel';
import type { EvidenceType } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  judgedEvidence,
  type JudgementName,
  judgements,
} from '../judgement/judgements';

/**
 * What an assertion may be about: verdicts by judgement, null if unknown.
 *
 * @public
 */
export type Verdicts = Partial<Record<JudgementName, boolean | null>>;

/**
 * An assertion ready to be evaluated.
 *
 * @public
 */
export type CompiledRequirement = {
  readonly id: string;
  /** The judgements it asks for. */
  readonly judgements: readonly JudgementName[];
  /** True, false, null when it hangs on an unknown verdict, or why it broke. */
  evaluate(verdicts: Verdicts): boolean | null | { broken: string };
};

/**
 * Compiles an assertion over members of one type of evidence. Throws when it
 * is no CEL, or asks for a judgement such members know nothing of.
 */
export function compileRequirement(
  id: string,
  assert: string,
  member: EvidenceType,
): CompiledRequirement {
  const asked = judgementsIn(assert);
  const unfit = asked.find(name => judgedEvidence[name] !== member);
  if (unfit) {
    throw new Error(`"${unfit}" can't be asked of ${member}`);
  }
  const program = plan(celEnv(), parse(assert));
  return {
    id,
    judgements: asked,
    evaluate(verdicts) {
      const result = program(bindings(verdicts));
      if (typeof result === 'boolean') {
        return result;
      }
      if (isCelError(result)) {
        // CEL's own logic: an error means that the unknown was needed.
        return Object.values(verdicts).includes(null)
          ? null
          : { broken: result.message };
      }
      return { broken: `"${assert}" is neither true nor false` };
    },
  };
}

function judgementsIn(assert: string): JudgementName[] {
  const names = Object.keys(judgements) as JudgementName[];
  const asked = names.filter(name =>
    new RegExp(`\\b${name.replace('.', '\\.')}\\.`).test(assert),
  );
  if (asked.length === 0) {
    throw new Error(
      `"${assert}" asks for no judgement; there are ${names.join(', ')}`,
    );
  }
  return asked;
}

/**
 * `change.independence` becomes `{change: {independence: {satisfied}}}`. An
 * unknown verdict is left out, so that CEL decides without it or not at all.
 */
function bindings(verdicts: Verdicts): Record<string, CelInput> {
  const scopes: Record<string, Record<string, CelInput>> = {};
  for (const [name, satisfied] of Object.entries(verdicts)) {
    const [scope = '', judgement = ''] = name.split('.');
    const answer: Record<string, CelInput> =
      typeof satisfied === 'boolean' ? { satisfied } : {};
    scopes[scope] = { ...scopes[scope], [judgement]: answer };
  }
  return scopes;
}
