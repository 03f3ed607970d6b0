import {
  type Check,
  type ControlStatus,
  type IctAsset,
  type Instant,
  type Reason,
  reason,
  type Row,
  findWorst,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledRequirement } from '../control/compileRequirement';
import type { AssertionResult } from '../assertion/evaluateAssertion';
import { earliest } from '../judgement/calendarDays';
import {
  combineChecks,
  type Judgement,
  type TimedCheck,
} from '../registry/Judgement';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { Member } from '../registry/Population';

/** The result for a member, and when it may change without new evidence. */
type AssessedMember = { row: Row; changesAt: Instant | undefined };

/** What a member is assessed with. */
export type MemberContext = {
  index: EvidenceIndex;
  asset: IctAsset;
  /** The parameters of the control, for the criticality of the asset. */
  parameters: Readonly<Record<string, unknown>>;
  /** The same as the control file writes them. */
  written: Readonly<Record<string, unknown>>;
};

/** Evaluates requirements for one member. */
export function assessMember(
  requirements: readonly CompiledRequirement[],
  member: Member,
  { index, asset, parameters, written }: MemberContext,
): AssessedMember {
  if (member.problem) {
    const { describes, problem } = member;
    return {
      row: {
        member: describes,
        status: 'not-assessed',
        reason: problem,
        checks: [],
      },
      changesAt: undefined,
    };
  }
  const asked = new Set(
    requirements.flatMap(requirement => requirement.judgements),
  );
  const context = { index, asset, asOf: index.asOf, parameters: written };
  const answers = new Map<Judgement, TimedCheck<string>[]>(
    [...asked].map(judgement => [judgement, judgement.judge(member, context)]),
  );
  const input = {
    verdicts: Object.fromEntries(
      [...answers].map(([{ name }, checks]) => [name, combineChecks(checks)]),
    ),
    member: member.value,
    asset,
    parameters,
    asOf: index.asOf,
  };
  const results = requirements.map(requirement => {
    const result = requirement.evaluate(input);
    const judged = requirement.judgements.flatMap(
      judgement => answers.get(judgement) ?? [],
    );
    const { status, reason: why } = explainResult(requirement, {
      result,
      judged,
      member,
    });
    const checks =
      requirement.judgements.length === 0
        ? [toCheck(requirement, { result, cause: why, member })]
        : [];
    return { status, reason: why, checks, changesAt: result.changesAt };
  });
  const found = findWorst(results.map(result => result.status));
  const { doubt } = member;
  const status = doubt ? findWorst([found, 'not-assessed']) : found;
  const checks = [
    ...[...answers.values()].flat(),
    ...results.flatMap(result => result.checks),
  ];
  const row: Row = {
    member: member.describes,
    status,
    reason:
      status === 'satisfied'
        ? reason('all-checks-passed')
        : results.find(result => result.status === status)?.reason ??
          doubt ??
          reason('all-checks-passed'),
    checks: checks.map(withoutTime),
  };
  const changesAt = earliest(
    ...[...checks, ...results].map(({ changesAt: at }) => at),
  );
  return { row, changesAt };
}

/** A check as it is stored: the time of the whole assessment is enough. */
function withoutTime({ changesAt: _, ...check }: TimedCheck<string>): Check {
  return check;
}

/** The check of a requirement that uses no judgement; it has the same name. */
function toCheck(
  { id }: CompiledRequirement,
  {
    result: { value, broken },
    cause,
    member,
  }: { result: AssertionResult; cause: Reason; member: Member },
): TimedCheck<string> {
  return {
    check: id,
    passed: broken === undefined ? value : null,
    cause,
    evidence: member.evidence.map(item => item.id),
  };
}

function explainResult(
  { id, judgements, listRead }: CompiledRequirement,
  {
    result: { value, missing, broken },
    judged,
    member,
  }: {
    result: AssertionResult;
    judged: readonly Check[];
    member: Member;
  },
): { status: ControlStatus; reason: Reason } {
  if (broken !== undefined) {
    return {
      status: 'not-assessed',
      reason: reason('assertion-error', { id, detail: broken }),
    };
  }
  const read = listRead(member.value);
  if (value === true) {
    return {
      status: 'satisfied',
      reason:
        judgements.length > 0
          ? reason('all-checks-passed')
          : reason('assertion-true', { id, ...(read && { read }) }),
    };
  }
  const cause = judged.find(({ passed }) => passed === value)?.cause;
  const field = missing.find(path => !path.endsWith('.satisfied'));
  return value === false
    ? {
        status: 'not-satisfied',
        reason:
          cause ?? reason('assertion-false', { id, ...(read && { read }) }),
      }
    : {
        status: 'not-assessed',
        reason: cause ?? reason('value-missing', { id, field: field ?? '' }),
      };
}
