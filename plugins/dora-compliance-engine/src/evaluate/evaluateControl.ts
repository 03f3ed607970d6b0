import {
  addDuration,
  type Assessment,
  compareStatus,
  type ControlStatus,
  type Criticality,
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
import { AssetEvidence } from './AssetEvidence';
import { assessMember } from './assessMember';
import { countProven } from './countProven';
import { typesRead } from '../registry/typesRead';
import type { EvaluationInput } from './EvaluationInput';
import { limitByGaps } from './limitByGaps';
import { withParams } from './withParams';

/** Counts where the criticality of an asset is unknown. */
const STRICTEST: Criticality = 'critical-or-important';

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
  return evaluateKnown(compiled, input, indexEvidence(input));
}

/**
 * Evaluates controls for one asset at one time, in their order. Each result is
 * that of `evaluateControl`; what is known of the asset is prepared once.
 *
 * @public
 */
export function* evaluateControls(
  controls: readonly CompiledControl[],
  input: EvaluationInput,
): Generator<Assessment> {
  const known = indexEvidence(input);
  for (const compiled of controls) {
    yield evaluateKnown(compiled, input, known);
  }
}

/** An assessment, and how far back what its rows depend on goes. */
type Reaching = Assessment & { since?: Instant };

function indexEvidence({
  evidence,
  asOf,
  people,
}: EvaluationInput): AssetEvidence {
  return new AssetEvidence(evidence, asOf, people);
}

function evaluateKnown(
  compiled: CompiledControl,
  input: EvaluationInput,
  known: AssetEvidence,
): Assessment {
  const { since, ...proven }: Reaching = countProven(compiled, known, index =>
    assessSafely(compiled, input, index),
  );
  if (proven.reason.code === 'does-not-apply') {
    return proven;
  }
  const limited = limitByGaps(compiled, input.gaps, proven, since);
  const validUntil = earliest(
    limited.validUntil,
    known.findNextDated(typesRead(compiled.needs)),
  );
  return withLaterCheck({ ...limited, ...(validUntil && { validUntil }) });
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
  const members = compiled.population.find({ ...input, index });
  if (members.empty) {
    const { status, reason: why } = members.empty;
    return {
      ...assessment(compiled, input, status, why),
      ...(members.validUntil && { validUntil: members.validUntil }),
    };
  }
  const { criticality = STRICTEST } = input;
  const assessed = members.members.map(member =>
    assessMember(compiled, member, { index, asset: input.asset, criticality }),
  );
  const rows = assessed.map(({ row }) => row).sort(byUrgency);
  const validUntil = earliest(
    members.validUntil,
    ...assessed.map(({ changesAt }) => changesAt),
  );
  const since = earliest(...assessed.map(one => one.since));
  const status = findWorst(rows.map(row => row.status));
  return {
    ...assessment(compiled, input, status, overall(rows, status)),
    counts: {
      satisfied: count(rows, 'satisfied'),
      notAssessed: count(rows, 'not-assessed'),
      notSatisfied: count(rows, 'not-satisfied'),
    },
    rows: rows.slice(0, MAX_ROWS),
    ...(validUntil && { validUntil }),
    ...(since && { since }),
  };
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
    ...(compiled.control.parameters && {
      criticality: input.criticality ?? STRICTEST,
    }),
    controlId: compiled.control.id,
    controlDigest: compiled.digest,
    status,
    reason: why,
    counts: { satisfied: 0, notAssessed: 0, notSatisfied: 0 },
    rows: [],
    asOf: input.asOf,
  };
}
