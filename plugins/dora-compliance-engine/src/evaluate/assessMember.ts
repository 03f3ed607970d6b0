import {
  type Check,
  type ControlStatus,
  type EvidenceGap,
  type IctAsset,
  type Instant,
  type Reason,
  reason,
  type RiskAcceptance,
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
import type { Expiry } from '../registry/Expiry';
import type { Member } from '../registry/Population';
import { acceptRisk } from './acceptRisk';
import { findMemberExpiries } from './findMemberExpiries';

/**
 * The result for a member, when it may change without new evidence, and how far
 * back what it depends on goes.
 */
type AssessedMember = {
  row: Row;
  changesAt: Instant | undefined;
  since: Instant | undefined;
  /** When answers that comply end. */
  expiries: readonly Expiry[];
};

/** What a member is assessed with. */
export type MemberContext = {
  index: EvidenceIndex;
  asset: IctAsset;
  gaps: readonly EvidenceGap[];
  /** The acceptances of risks that count. */
  standing: readonly RiskAcceptance[];
  /** The parameters of the control, for the criticality of the asset. */
  parameters: Readonly<Record<string, unknown>>;
  /** The same as the control file writes them. */
  written: Readonly<Record<string, unknown>>;
};

/** Evaluates requirements for one member. */
export function assessMember(
  requirements: readonly CompiledRequirement[],
  member: Member,
  context: MemberContext,
): AssessedMember {
  const { describes, doubt, problem } = member;
  if (problem) {
    const status = 'not-assessed';
    const row = { member: describes, status, reason: problem, checks: [] };
    return {
      row: row as Row,
      changesAt: undefined,
      since: undefined,
      expiries: [],
    };
  }
  const answers = judgeMember(requirements, member, context);
  const results = evaluateEach(requirements, { member, answers, context });
  const found = findWorst(results.map(result => result.status));
  const status = doubt ? findWorst([found, 'not-assessed']) : found;
  const own = results.find(result => result.status === status)?.reason;
  // What could not be read explains why a value is missing.
  const cause = own?.code === 'value-missing' ? doubt ?? own : own;
  const checks = [
    ...[...answers.values()].flat(),
    ...results.flatMap(result => result.checks),
  ];
  return {
    row: {
      member: describes,
      status,
      reason:
        (status === 'satisfied' ? undefined : cause ?? doubt) ??
        reason('all-checks-passed'),
      checks: checks.map(withoutTime),
    },
    changesAt: earliest(
      ...[...checks, ...results].map(({ changesAt }) => changesAt),
    ),
    since: earliest(...checks.map(({ since }) => since)),
    expiries: findMemberExpiries(member, [
      ...checks,
      ...results.map(({ status: of, changesAt }) => ({
        passed: of === 'satisfied',
        changesAt,
      })),
    ]),
  };
}

type Answers = ReadonlyMap<Judgement, TimedCheck[]>;

/** The checks of each judgement that requirements use, each judged once. */
function judgeMember(
  requirements: readonly CompiledRequirement[],
  member: Member,
  { index, asset, gaps, written }: MemberContext,
): Answers {
  const asked = new Set(
    requirements.flatMap(requirement => requirement.judgements),
  );
  const { asOf } = index;
  const context = { index, asset, asOf, gaps, parameters: written };
  return new Map(
    [...asked].map(judgement => [judgement, judgement.judge(member, context)]),
  );
}

/** The results of requirements, with a check of those that use no judgement. */
function evaluateEach(
  requirements: readonly CompiledRequirement[],
  {
    member,
    answers,
    context: { asset, index, parameters, standing },
  }: { member: Member; answers: Answers; context: MemberContext },
) {
  const verdicts = Object.fromEntries(
    [...answers].map(([{ name }, checks]) => [name, combineChecks(checks)]),
  );
  const { asOf } = index;
  const input = { verdicts, member: member.value, asset, parameters, asOf };
  return requirements.map(requirement => {
    const result = requirement.evaluate(input);
    const judged = requirement.judgements.flatMap(
      judgement => answers.get(judgement) ?? [],
    );
    const found = explainResult(requirement, { result, judged, member });
    const cause = found.reason;
    const checks =
      requirement.judgements.length === 0
        ? [toCheck(requirement, { result, cause, member })]
        : [];
    const accepted = acceptRisk(found, {
      member: member.describes,
      requirement: requirement.id,
      standing,
    });
    return { ...accepted, checks, changesAt: result.changesAt };
  });
}

/** A check as it is stored: the times of the whole assessment are enough. */
function withoutTime({
  changesAt: _,
  runsSince: __,
  since: ___,
  ...check
}: TimedCheck): Check {
  return check;
}

/** The check of a requirement that uses no judgement; it has the same name. */
function toCheck(
  { id }: CompiledRequirement,
  {
    result: { value },
    cause,
    member,
  }: { result: AssertionResult; cause: Reason; member: Member },
): TimedCheck {
  return {
    check: id,
    passed: value,
    cause,
    evidence: member.evidence.map(item => item.id),
  };
}

function explainResult(
  { id, listRead }: CompiledRequirement,
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
      reason: reason('assertion-true', { id, ...(read && { read }) }),
    };
  }
  const cause = judged.find(({ passed }) => passed === value)?.cause;
  // A judgement without an answer and without a reason is missing itself.
  const field =
    missing.find(path => !path.endsWith('.satisfied')) ?? missing[0];
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
