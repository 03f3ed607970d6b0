import {
  addDuration,
  type Assessment,
  compareStatus,
  type ControlStatus,
  type Evidence,
  type Instant,
  MAX_ROWS,
  type Reason,
  reason,
  type Row,
  findWorst,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CompiledControl } from '../control/compileControl';
import { earliest } from '../judgement/calendarDays';
import type { EvidenceIndex } from '../lineage/EvidenceIndex';
import type { Expiry } from '../registry/Expiry';
import { AssetEvidence } from './AssetEvidence';
import { listAcceptances } from './acceptRisk';
import { assessClause, type Empty } from './assessClause';
import { countProven } from './countProven';
import type { EvaluationInput } from './EvaluationInput';
import { limitByGaps } from './limitByGaps';
import { STRICTEST } from './strictest';
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
  return evaluateKnown(compiled, input, new AssetEvidence(input)).assessment;
}

/**
 * An assessment, and what ends unless it is renewed.
 *
 * @public
 */
export type TimedAssessment = {
  assessment: Assessment;
  expiries: readonly Expiry[];
};

/**
 * Evaluates controls for one asset at one time, in their order. Each assessment is
 * that of `evaluateControl`; what is known of the asset is prepared once.
 *
 * @public
 */
export function* evaluateControls(
  controls: readonly CompiledControl[],
  input: EvaluationInput,
): Generator<TimedAssessment> {
  const known = new AssetEvidence(input);
  for (const compiled of controls) {
    yield evaluateKnown(compiled, input, known);
  }
}

/**
 * An assessment, how far back what its rows depend on goes, what ends, and by which
 * evidence each member is known.
 */
type Reaching = Assessment & {
  since?: Instant;
  expiries?: readonly Expiry[];
  known?: readonly (readonly Evidence[])[];
};

function evaluateKnown(
  compiled: CompiledControl,
  input: EvaluationInput,
  known: AssetEvidence,
): TimedAssessment {
  const {
    since,
    expiries = [],
    known: _,
    ...proven
  }: Reaching = countProven(compiled, known, index =>
    assessSafely(compiled, input, index),
  );
  if (proven.reason.code === 'does-not-apply') {
    return { assessment: proven, expiries };
  }
  const limited = limitByGaps(compiled, input.gaps, proven, since);
  const validUntil = earliest(
    limited.validUntil,
    known.findNextDated(compiled.reads),
  );
  return {
    assessment: withLaterCheck({
      ...limited,
      ...(validUntil && { validUntil }),
    }),
    expiries,
  };
}

/**
 * A month after 31 January is 28 February, when it still is within a month. What
 * should have changed by then is checked again in an hour, not at once.
 */
function withLaterCheck(result: Assessment): Assessment {
  const { validUntil, asOf } = result;
  return validUntil && validUntil <= asOf
    ? { ...result, validUntil: addDuration(asOf, 'PT1H') }
    : result;
}

function assessSafely(
  compiled: CompiledControl,
  input: EvaluationInput,
  index: () => EvidenceIndex,
): Reaching {
  try {
    return assess(compiled, input, index);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const why = reason('evaluation-failed', { message });
    return assessment(compiled, input, 'not-assessed', why);
  }
}

function assess(
  compiled: CompiledControl,
  input: EvaluationInput,
  indexed: () => EvidenceIndex,
): Reaching {
  if (!compiled.appliesTo(input.asset)) {
    const why = reason('does-not-apply');
    return assessment(compiled, input, 'not-applicable', why);
  }
  const index = indexed();
  const { acceptances = [], asOf, criticality = STRICTEST } = input;
  const { standing, changesAt } = listAcceptances(acceptances, {
    controlId: compiled.control.id,
    asOf,
  });
  const parts = compiled.clauses.map(clause =>
    assessClause(clause, {
      ...input,
      index,
      standing,
      parameters: compiled.parameters[criticality],
      written: compiled.written[criticality],
    }),
  );
  const rows = parts.flatMap(part => part.rows).sort(byUrgency);
  const empties = parts.flatMap(({ empty }) => empty ?? []);
  const status = findWorst([...rows, ...empties].map(one => one.status));
  const accepted = count(rows, 'risk-accepted');
  const failing = count(rows, 'not-satisfied');
  const validUntil = earliest(
    ...parts.map(part => part.validUntil),
    accepted + failing > 0 ? changesAt : undefined,
  );
  const since = earliest(...parts.map(part => part.since));
  return {
    ...assessment(compiled, input, status, overall({ rows, empties, status })),
    counts: {
      satisfied: count(rows, 'satisfied'),
      notAssessed: count(rows, 'not-assessed'),
      notSatisfied: failing,
      ...(accepted > 0 && { riskAccepted: accepted }),
    },
    rows: rows.slice(0, MAX_ROWS),
    ...(validUntil && { validUntil }),
    ...(since && { since }),
    known: parts.flatMap(part => part.known),
    expiries: parts.flatMap(part => part.expiries),
  };
}

/**
 * The reason of the worst row, with the number of rows with its status; that of a
 * population without members, if no row is as bad.
 */
function overall({
  rows,
  empties,
  status,
}: {
  rows: readonly Row[];
  empties: readonly Empty[];
  status: ControlStatus;
}): Reason {
  const [worst] = rows;
  const empty = empties.find(one => one.status === status);
  if (!worst || worst.status !== status) {
    return empty?.reason ?? reason('all-checks-passed');
  }
  const { kind } = worst.member;
  const alike = rows.filter(row => row.member.kind === kind);
  if (kind === 'asset') {
    return worst.reason;
  }
  const total = alike.length;
  return status === 'satisfied'
    ? reason('all-members-satisfied', { total, kind })
    : withParams(worst.reason, {
        status,
        alike: count(alike, status),
        total,
        kind,
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
    ...(compiled.control.parameters && {
      criticality: input.criticality ?? STRICTEST,
    }),
    controlId: compiled.control.id,
    controlDigest: compiled.digest,
    versions: compiled.versions,
    status,
    reason: why,
    counts: { satisfied: 0, notAssessed: 0, notSatisfied: 0 },
    rows: [],
    asOf: input.asOf,
  };
}
