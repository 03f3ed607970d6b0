import { type CelInput, celEnv, isCelError, parse, plan } from '@bufbuild/cel';
import type { EvidenceType } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Judgement } from '../registry/Judgement';
import { registry } from '../registry/Registry';

/**
 * The values of an assertion: verdicts by judgement, null if unknown.
 *
 * @public
 */
export type Verdicts = Readonly<Record<string, boolean | null>>;

/**
 * An assertion ready to be evaluated.
 *
 * @public
 */
export type CompiledRequirement = {
  readonly id: string;
  /** The judgements that it uses. */
  readonly judgements: readonly Judgement[];
  /** True, false, null if it depends on an unknown verdict, or its error. */
  evaluate(verdicts: Verdicts): boolean | null | { broken: string };
};

/**
 * Compiles an assertion over members of one type of evidence. Throws if it is not
 * valid CEL, or uses a judgement about another type of evidence.
 */
export function compileRequirement(
  id: string,
  assert: string,
  member: EvidenceType,
): CompiledRequirement {
  const asked = judgementsIn(assert);
  const unfit = asked.find(judgement => judgement.member !== member)?.name;
  if (unfit) {
    throw new Error(
      `"${unfit}" can not be used with a population of ${member}`,
    );
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
        // CEL reports an error if it needed the unknown verdict.
        return Object.values(verdicts).includes(null)
          ? null
          : { broken: result.message };
      }
      return { broken: `"${assert}" is neither true nor false` };
    },
  };
}

function judgementsIn(assert: string): Judgement[] {
  const all = [...registry.judgements.values()];
  const asked = all.filter(({ name }) =>
    new RegExp(`\\b${name.replace('.', '\\.')}\\.`).test(assert),
  );
  if (asked.length === 0) {
    const names = all.map(({ name }) => name).join(', ');
    throw new Error(`"${assert}" uses no judgement; use one of ${names}`);
  }
  return asked;
}

/**
 * `change.independence` becomes `{change: {independence: {satisfied}}}`. An
 * unknown verdict is left out: CEL then decides without it, or reports an error.
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
