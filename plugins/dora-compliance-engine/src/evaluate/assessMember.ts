import {
  type Check,
  type ControlStatus,
  type Instant,
  type Reason,
  reason,
  type Row,
  findWorst,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '../control/compileControl';
import type { CompiledRequirement } from '../control/compileRequirement';
import { earliest } from '../judgement/calendarDays';
import {
  combineChecks,
  type Judgement,
  type TimedCheck,
} from '../registry/Judgement';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { Member } from '../registry/Population';

/** The result for a member, and when it may change without new evidence. */
export type AssessedMember = { row: Row; changesAt: Instant | undefined };

/** Evaluates all requirements of a control for one member. */
export function assessMember(
  compiled: CompiledControl,
  member: Member,
  index: EvidenceIndex,
): AssessedMember {
  const asked = new Set(
    compiled.requirements.flatMap(requirement => requirement.judgements),
  );
  const answers = new Map<Judgement, TimedCheck[]>(
    [...asked].map(judgement => [
      judgement,
      judgement.judge(member.evidence, index),
    ]),
  );
  const results = compiled.requirements.map(requirement =>
    evaluateRequirement(requirement, answers),
  );
  const status = findWorst(results.map(result => result.status));
  const checks = [...answers.values()].flat();
  const row: Row = {
    member: member.describes,
    status,
    reason:
      results.find(result => result.status === status)?.reason ??
      reason('all-checks-passed'),
    checks: checks.map(withoutTime),
  };
  const changesAt = earliest(...checks.map(check => check.changesAt));
  return { row, changesAt };
}

/** A check as it is stored: the time of the whole assessment is enough. */
function withoutTime({ changesAt: _, ...check }: TimedCheck): Check {
  return check;
}

function evaluateRequirement(
  requirement: CompiledRequirement,
  answers: ReadonlyMap<Judgement, TimedCheck[]>,
): { status: ControlStatus; reason: Reason } {
  const verdicts: Record<string, boolean | null> = {};
  const checks: Check[] = [];
  for (const judgement of requirement.judgements) {
    const answer = answers.get(judgement) ?? [];
    verdicts[judgement.name] = combineChecks(answer);
    checks.push(...answer);
  }
  const result = requirement.evaluate(verdicts);
  if (result === true) {
    return { status: 'satisfied', reason: reason('all-checks-passed') };
  }
  if (result !== false && result !== null) {
    const { id } = requirement;
    return {
      status: 'not-assessed',
      reason: reason('assertion-error', { id, detail: result.broken }),
    };
  }
  const cause = checks.find(({ passed }) => passed === result)?.cause;
  return {
    status: result === false ? 'not-satisfied' : 'not-assessed',
    reason: cause ?? reason('assertion-false', { id: requirement.id }),
  };
}
