import {
  type AssessmentRequirement,
  type Control,
  type IctAsset,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileAssertion } from '../assertion/compileAssertion';
import {
  type AssertionResult,
  evaluateAssertion,
} from '../assertion/evaluateAssertion';
import { listRead } from '../assertion/listRead';
import type { Judgement } from '../registry/Judgement';
import type { MemberType } from '../registry/Population';
import type { Registry } from '../registry/Registry';

/**
 * What judgements found of a member, by their names; null if it is unknown.
 *
 * @public
 */
export type Verdicts = Readonly<Record<string, boolean | null>>;

/**
 * What an assertion is evaluated on.
 *
 * @public
 */
export type AssertionInput = {
  verdicts: Verdicts;
  member: object;
  asset: IctAsset;
  /** The values for the effective criticality of the asset. */
  parameters: Readonly<Record<string, unknown>>;
  asOf: Instant;
};

/**
 * An assertion ready to be evaluated.
 *
 * @public
 */
export type CompiledRequirement = {
  readonly id: string;
  /** The judgements that it uses. */
  readonly judgements: readonly Judgement[];
  evaluate(input: AssertionInput): AssertionResult;
  /** The values of a member that it reads, such as `outcome = "failure"`. */
  listRead(member: object): string;
};

/**
 * Compiles an assertion over members of one type. Throws if it is not valid, or
 * uses a judgement about members of another type.
 */
export function compileRequirement(
  { id, assert }: AssessmentRequirement,
  {
    registry,
    member,
    parameters,
  }: {
    registry: Registry;
    member: MemberType;
    parameters: NonNullable<Control['parameters']>;
  },
): CompiledRequirement {
  const { expression, judgements: names } = compileAssertion(assert, {
    member: member.schema,
    judgements: [...registry.judgements.keys()],
    parameters,
  });
  const judgements = names.map(name => registry.judgements.get(name)!);
  const unfit = judgements.find(judgement => judgement.member !== member.name);
  if (unfit) {
    throw new Error(
      `"${unfit.name}" judges ${unfit.member}, but the members of the population are ${member.name}`,
    );
  }
  return {
    id,
    judgements,
    evaluate: input => evaluateAssertion(expression, input),
    listRead: of => listRead(expression, of),
  };
}
