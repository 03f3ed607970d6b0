import {
  type Assessment,
  type Evidence,
  isAtLeast,
  reason,
  Verification,
  findWorst,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '../control/compileControl';
import { earliest } from '../judgement/calendarDays';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { AssetEvidence } from './AssetEvidence';
import { withParams } from './withParams';

/** An assessment, and by which evidence each of its members is known. */
type Known = Assessment & { known?: readonly (readonly Evidence[])[] };

/**
 * Assesses with evidence of at least the level that a control requires.
 *
 * It assesses once for each level from the lowest to the required one. If the
 * status and the number of members are the same each time, that is the result.
 * If they differ, the result depends on unproven evidence: it is the worse of
 * `not-assessed` and the status with proven evidence only. It is never
 * satisfied, and never better than without the unproven evidence. The members matter
 * because one that only unproven evidence reports could satisfy a control with
 * unproven evidence only, even if it takes the place of a proven one.
 *
 * So a stricter level never improves a status, with one exception: a
 * `not-satisfied` that is based on unproven evidence becomes `not-assessed`,
 * because anybody could have sent that evidence.
 */
export function countProven(
  compiled: CompiledControl,
  known: AssetEvidence,
  assess: (index: () => EvidenceIndex) => Known,
): Assessment {
  const level = compiled.control.evidence?.verification ?? 'unverified';
  const { needs } = compiled;
  const byProven = (demanded: Verification) =>
    assess(() => known.index(needs, demanded));
  const proven = byProven(level);
  const unproven = known
    .select(needs)
    .filter(({ verification }) => !isAtLeast(verification, level));
  const laxer = Verification.options
    .filter(option => unproven.some(item => item.verification === option))
    .map(byProven);
  const validUntil = earliest(
    proven.validUntil,
    ...laxer.map(assessment => assessment.validUntil),
  );
  const limited = { ...proven, ...(validUntil && { validUntil }) };
  const total = membersIn(proven);
  const hasProven = (evidence: readonly Evidence[]) =>
    evidence.length === 0 ||
    evidence.some(({ verification }) => isAtLeast(verification, level));
  if (
    laxer.every(
      one =>
        one.status === proven.status &&
        membersIn(one) === total &&
        (one.known ?? []).every(hasProven),
    )
  ) {
    return limited;
  }
  const { count, late } = counted(unproven);
  return proven.status === 'not-satisfied'
    ? { ...limited, reason: withParams(proven.reason, { unproven: count }) }
    : {
        ...limited,
        status: findWorst([proven.status, 'not-assessed']),
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
  const { satisfied, notAssessed, notSatisfied, riskAccepted = 0 } = counts;
  return satisfied + notAssessed + notSatisfied + riskAccepted;
}

/** How many pieces of evidence there are, and how many of them are late. */
function counted(evidence: readonly Evidence[]) {
  const late = evidence.filter(({ verification }) => verification === 'late');
  const count = (some: readonly Evidence[]) =>
    new Set(some.map(({ id }) => id)).size;
  return { count: count(evidence), late: count(late) };
}
