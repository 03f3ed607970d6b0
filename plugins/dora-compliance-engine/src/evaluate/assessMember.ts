import {
  type Check,
  type ControlStatus,
  type Criticality,
  type IctAsset,
  type Instant,
  type Reason,
  reason,
  type Row,
  findWorst,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '../control/compileControl';
import type { AssertionResult } from '../assertion/evaluateAssertion';
import { earliest } from '../judgement/calendarDays';
import {
  combineChecks,
  type Judgement,
  type TimedCheck,
} from '../registry/Judgement';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { Member } from '../registry/Population';

/**
 * The result for a member, when it may change without new evidence, and how far
 * back what it depends on goes.
 */
type AssessedMember = {
  row: Row;
  changesAt: Instant | undefined;
  since: Instant | undefined;
};

/** Evaluates all requirements of a control for one member. */
export function assessMember(
  compiled: CompiledControl,
  member: Member,
  {
    index,
    asset,
    criticality,
  }: {
    index: EvidenceIndex;
    asset: IctAsset;
    criticality: Criticality;
  },
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
  const input = {
    verdicts: Object.fromEntries(
      [...answers].map(([{ name }, checks]) => [name, combineChecks(checks)]),
    ),
    member: { ...member.evidence.predicate },
    asset,
    parameters: compiled.parameters[criticality],
    asOf: index.asOf,
  };
  const results = compiled.requirements.map(requirement => {
    const result = requirement.evaluate(input);
    const checks = requirement.judgements.flatMap(
      judgement => answers.get(judgement) ?? [],
    );
    return {
      ...explainResult(requirement.id, result, checks),
      changesAt: result.changesAt,
    };
  });
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
  const changesAt = earliest(
    ...[...checks, ...results].map(({ changesAt: at }) => at),
  );
  return { row, changesAt, since: earliest(...checks.map(one => one.since)) };
}

/** A check as it is stored: the times of the whole assessment are enough. */
function withoutTime({ changesAt: _, since: __, ...check }: TimedCheck): Check {
  return check;
}

function explainResult(
  id: string,
  { value, missing, broken }: AssertionResult,
  checks: readonly Check[],
): { status: ControlStatus; reason: Reason } {
  if (broken !== undefined) {
    return {
      status: 'not-assessed',
      reason: reason('assertion-error', { id, detail: broken }),
    };
  }
  if (value === true) {
    return { status: 'satisfied', reason: reason('all-checks-passed') };
  }
  const cause = checks.find(({ passed }) => passed === value)?.cause;
  const field = missing.find(path => !path.endsWith('.satisfied'));
  return value === false
    ? {
        status: 'not-satisfied',
        reason: cause ?? reason('assertion-false', { id }),
      }
    : {
        status: 'not-assessed',
        reason: cause ?? reason('value-missing', { id, field: field ?? '' }),
      };
}
