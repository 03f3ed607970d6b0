import {
  type Assessment,
  compareStatus,
  type ControlStatus,
  MAX_ROWS,
  type Reason,
  reason,
  type Row,
  worstOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '../control/compileControl';
import { countDays } from './countDays';
import { earliest } from '../judgement/calendarDays';
import { EvidenceIndex } from '../lineage/EvidenceIndex';
import { assessMember } from './assessMember';
import { countProven } from './countProven';
import type { EvaluationInput } from './EvaluationInput';
import { limitByGaps } from './limitByGaps';
import { type Members, findMembers } from './findMembers';
import { withParams } from './withParams';

/**
 * Evaluates one control for one asset at one time. Never throws: an error is a
 * result with a reason.
 *
 * @public
 */
export function evaluateControl(
  compiled: CompiledControl,
  input: EvaluationInput,
): Assessment {
  const proven = countProven(compiled, input, given =>
    assessSafely(compiled, given),
  );
  return proven.reason.code === 'does-not-apply'
    ? proven
    : limitByGaps(compiled, input.gaps, proven);
}

function assessSafely(
  compiled: CompiledControl,
  input: EvaluationInput,
): Assessment {
  try {
    return assess(compiled, input);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const why = reason('evaluation-failed', { message });
    return assessment(compiled, input, 'not-assessed', why);
  }
}

function assess(compiled: CompiledControl, input: EvaluationInput): Assessment {
  const { asset, asOf } = input;
  if (!compiled.appliesTo(asset)) {
    const why = reason('does-not-apply');
    return assessment(compiled, input, 'not-applicable', why);
  }
  const index = new EvidenceIndex(input.evidence, asOf, input.people);
  const members = findMembers(compiled.control, asset, index, asOf);
  if (members.members.length === 0) {
    const { status, why } = emptyPopulation(compiled, input, members);
    return assessment(compiled, input, status, why);
  }
  const assessed = members.members.map(member =>
    assessMember(compiled, member, index),
  );
  const rows = assessed.map(({ row }) => row).sort(byUrgency);
  const validUntil = earliest(
    members.validUntil,
    ...assessed.map(({ changesAt }) => changesAt),
  );
  const status = worstOf(rows.map(row => row.status));
  return {
    ...assessment(compiled, input, status, overall(rows, status)),
    counts: {
      satisfied: count(rows, 'satisfied'),
      notAssessed: count(rows, 'not-assessed'),
      notSatisfied: count(rows, 'not-satisfied'),
    },
    rows: rows.slice(0, MAX_ROWS),
    ...(validUntil && { validUntil }),
  };
}

/** No member: absence is a result with a reason, and never satisfied. */
function emptyPopulation(
  compiled: CompiledControl,
  input: EvaluationInput,
  members: Members,
): { status: ControlStatus; why: Reason } {
  const { population } = compiled.control;
  const days = countDays(population.within);
  if (members.stale) {
    const { observedAt } = members.stale;
    const why = reason('evidence-stale', { observedAt, days });
    return { status: 'not-assessed', why };
  }
  if (population.each === 'asset') {
    return { status: 'not-assessed', why: reason('not-yet-observed') };
  }
  if (!input.asset.linked) {
    return { status: 'not-assessed', why: reason('asset-not-linked') };
  }
  return input.sourceHeard
    ? { status: 'not-applicable', why: reason('population-empty', { days }) }
    : { status: 'not-assessed', why: reason('source-silent') };
}

/** The reason of the worst row, with the number of rows with its status. */
function overall(rows: readonly Row[], status: ControlStatus): Reason {
  const [worst] = rows;
  if (!worst || worst.member.kind === 'asset') {
    return worst?.reason ?? reason('all-checks-passed');
  }
  const total = rows.length;
  return status === 'satisfied'
    ? reason('all-members-satisfied', { total })
    : withParams(worst.reason, {
        status,
        alike: count(rows, status),
        total,
      });
}

/** Worst first, then latest first. */
function byUrgency(a: Row, b: Row): number {
  const byTime = Date.parse(b.member.at) - Date.parse(a.member.at);
  return compareStatus(b.status, a.status) || byTime;
}

function count(rows: readonly Row[], status: ControlStatus): number {
  return rows.filter(row => row.status === status).length;
}

function assessment(
  compiled: CompiledControl,
  input: EvaluationInput,
  status: ControlStatus,
  why: Reason,
): Assessment {
  return {
    entityRef: input.asset.entityRef,
    controlId: compiled.control.id,
    controlDigest: compiled.digest,
    status,
    reason: why,
    counts: { satisfied: 0, notAssessed: 0, notSatisfied: 0 },
    rows: [],
    asOf: input.asOf,
  };
}
