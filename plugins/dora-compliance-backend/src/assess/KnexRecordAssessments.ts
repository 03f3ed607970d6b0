import type {
  Assessment,
  ControlStatus,
  Digest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Ahead } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import { markScores } from '../due/KnexMarkScores';
import { jsonRows } from '../kernel/database/jsonRows';
import { describeResult, type RecordedResult } from './describeResult';
import { appendChanges } from './KnexAppendChanges';
import { queueExpiries } from './KnexQueueExpiries';
import { wherePairs } from './KnexWherePairs';

/** An assessment to record. */
type DecidedResult = { assessment: Assessment; ahead?: Ahead };

/**
 * Appends the assessments with new findings, updates the projection, and queues
 * each pair for the time at which its result may change, or something is about to
 * expire. Assets with another status are queued for their score.
 */
export async function recordAssessments(
  transaction: Knex.Transaction,
  decided: readonly DecidedResult[],
): Promise<void> {
  if (decided.length === 0) {
    return;
  }
  const assessments = decided.map(({ assessment }) => assessment);
  const before = await readResults(transaction, assessments);
  const results = decided.map(({ assessment, ahead }) => {
    const result = describeResult(assessment);
    const known = before.get(toPairKey(assessment));
    const isSame = known?.result === result.digest;
    const id = isSame ? known.assessmentId : undefined;
    return { assessment, ahead, result, id };
  });
  await append(
    transaction,
    results.filter(({ id }) => id === undefined),
  );
  await project(transaction, results);
  await queueNext(transaction, decided);
  const changed = assessments.flatMap(assessment => {
    const from = before.get(toPairKey(assessment))?.status;
    return from === assessment.status ? [] : [{ ...assessment, from }];
  });
  await appendChanges(transaction, changed);
  await queueExpiries(transaction, decided);
  await markScores(
    transaction,
    changed.map(({ entityRef }) => entityRef),
  );
}

type Result = {
  assessment: Assessment;
  ahead: Ahead | undefined;
  result: RecordedResult;
};

/** Appends assessments to the history. */
async function append(
  transaction: Knex.Transaction,
  results: readonly Result[],
): Promise<void> {
  if (results.length === 0) {
    return;
  }
  const rows = jsonRows(
    transaction,
    {
      id: 'text',
      entity_ref: 'text',
      control_id: 'text',
      status: 'text',
      body: 'json',
      summary: 'json',
      as_of: 'instant',
    },
    results.map(({ assessment, result }) => ({
      id: result.id,
      entity_ref: assessment.entityRef,
      control_id: assessment.controlId,
      status: assessment.status,
      body: result.body,
      summary: summarize(assessment),
      as_of: assessment.asOf,
    })),
  );
  await transaction.raw(
    `INSERT INTO assessment
       (id, entity_ref, control_id, status, body, summary, as_of)
     SELECT id, entity_ref, control_id, status, CAST(body AS text),
       CAST(summary AS text), as_of
     FROM (?) AS added WHERE true ON CONFLICT (id) DO NOTHING`,
    [rows],
  );
}

/** The fields that lists show. */
function summarize({ status, reason, counts }: Assessment): string {
  return JSON.stringify({ status, reason, counts });
}

/** @param results - with the id of the assessment that stays, if one does */
async function project(
  transaction: Knex.Transaction,
  results: readonly (Result & { id: Digest | undefined })[],
): Promise<void> {
  const rows = jsonRows(
    transaction,
    {
      entity_ref: 'text',
      control_id: 'text',
      assessment_id: 'text',
      result_digest: 'text',
      status: 'text',
      assessed_at: 'instant',
      valid_until: 'instant',
      expires_at: 'instant',
    },
    results.map(({ assessment, ahead, result, id }) => ({
      entity_ref: assessment.entityRef,
      control_id: assessment.controlId,
      assessment_id: id ?? result.id,
      result_digest: result.digest,
      status: assessment.status,
      assessed_at: assessment.asOf,
      valid_until: assessment.validUntil ?? null,
      expires_at: ahead?.expiry?.at ?? null,
    })),
  );
  await transaction.raw(
    `INSERT INTO control_status
       (entity_ref, control_id, assessment_id, result_digest, status,
        assessed_at, valid_until, expires_at)
     SELECT entity_ref, control_id, assessment_id, result_digest, status,
       assessed_at, valid_until, expires_at
     FROM (?) AS found WHERE true
     ON CONFLICT (entity_ref, control_id) DO UPDATE SET
       assessment_id = excluded.assessment_id,
       result_digest = excluded.result_digest,
       status = excluded.status,
       assessed_at = excluded.assessed_at,
       valid_until = excluded.valid_until,
       expires_at = excluded.expires_at`,
    [rows],
  );
}

async function queueNext(
  transaction: Knex.Transaction,
  decided: readonly DecidedResult[],
): Promise<void> {
  const next = decided.flatMap(({ assessment, ahead }) => {
    const times = [assessment.validUntil, ahead?.noticeAt];
    const [dueAt] = times.flatMap(at => at ?? []).sort();
    return dueAt ? [{ ...assessment, dueAt }] : [];
  });
  if (next.length === 0) {
    return;
  }
  const rows = jsonRows(
    transaction,
    { entity_ref: 'text', control_id: 'text', due_at: 'instant' },
    next.map(({ entityRef, controlId, dueAt }) => ({
      entity_ref: entityRef,
      control_id: controlId,
      due_at: dueAt,
    })),
  );
  await transaction.raw(
    `INSERT INTO assessment_queue (entity_ref, control_id, due_at)
     SELECT entity_ref, control_id, due_at FROM (?) AS next WHERE true
     ON CONFLICT (entity_ref, control_id) DO NOTHING`,
    [rows],
  );
}

async function readResults(
  transaction: Knex.Transaction,
  assessments: readonly Assessment[],
) {
  const rows: {
    entity_ref: string;
    control_id: string;
    result_digest: Digest;
    assessment_id: Digest;
    status: ControlStatus;
  }[] = await wherePairs(
    transaction('control_status'),
    transaction,
    assessments,
  ).select(
    'entity_ref',
    'control_id',
    'result_digest',
    'assessment_id',
    'status',
  );
  return new Map(
    rows.map(row => [
      `${row.entity_ref} ${row.control_id}`,
      {
        result: row.result_digest,
        assessmentId: row.assessment_id,
        status: row.status,
      },
    ]),
  );
}

function toPairKey({ entityRef, controlId }: Assessment): string {
  return `${entityRef} ${controlId}`;
}
