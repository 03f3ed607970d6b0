import {
  type Assessment,
  type Evidence,
  isAtLeast,
  reason,
  Verification,
  worstOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '../control/compileControl';
import { earliest } from '../judgement/calendarDays';
import type { EvaluationInput } from './EvaluationInput';

/**
 * Assesses by the evidence whose origin is proven as far as a control demands.
 * The law: take the status, and the number of members, by evidence of every
 * level up to the demanded one and above. Where all agree, that is the answer.
 * Where they don't, what is unproven decides, and the answer is the worse of
 * `not-assessed` and the status by proven evidence alone: never satisfied, and
 * never better than without what is unproven. Members count, too, as a member
 * that only unproven evidence tells of may satisfy by unproven evidence only.
 *
 * So a stricter level makes no status better, but for one case: a
 * `not-satisfied` that rests on unproven evidence becomes `not-assessed`, as
 * nobody may be accused by what anybody could have sent.
 */
export function countProven(
  compiled: CompiledControl,
  input: EvaluationInput,
  assess: (input: EvaluationInput) => Assessment,
): Assessment {
  const level = compiled.control.evidence?.verification ?? 'unverified';
  const byProven = (demanded: Verification) =>
    assess({
      ...input,
      evidence: input.evidence.filter(({ verification }) =>
        isAtLeast(verification, demanded),
      ),
    });
  const proven = byProven(level);
  const unproven = input.evidence.filter(
    ({ verification, recordedAt }) =>
      !isAtLeast(verification, level) && recordedAt <= input.asOf,
  );
  const laxer = Verification.options
    .filter(option => unproven.some(item => item.verification === option))
    .map(byProven);
  const validUntil = earliest(
    proven.validUntil,
    ...laxer.map(assessment => assessment.validUntil),
  );
  const limited = { ...proven, ...(validUntil && { validUntil }) };
  const total = membersIn(proven);
  if (
    laxer.every(one => one.status === proven.status && membersIn(one) === total)
  ) {
    return limited;
  }
  const { count, late } = counted(unproven);
  return proven.status === 'not-satisfied'
    ? { ...limited, reason: alsoUnproven(proven, count) }
    : {
        ...limited,
        status: worstOf([proven.status, 'not-assessed']),
        reason:
          late === count
            ? reason('evidence-late', { count })
            : reason('evidence-unverified', {
                level,
                count,
                ...(late > 0 && { late }),
              }),
      };
}

function membersIn({ counts }: Assessment): number {
  return counts.satisfied + counts.notAssessed + counts.notSatisfied;
}

/** How many pieces of evidence there are, and how many of them are late. */
function counted(evidence: readonly Evidence[]) {
  const late = evidence.filter(({ verification }) => verification === 'late');
  const count = (some: readonly Evidence[]) =>
    new Set(some.map(({ id }) => id)).size;
  return { count: count(evidence), late: count(late) };
}

function alsoUnproven({ reason: { code, params } }: Assessment, count: number) {
  return reason(code, { ...params, unproven: count });
}
