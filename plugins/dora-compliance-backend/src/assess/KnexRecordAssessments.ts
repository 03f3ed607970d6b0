import {
  type Assessment,
  canonicalJson,
  type Digest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { digestText } from '../kernel/digestText';

/**
 * The digest of what an assessment found, without times and without the versions of
 * the code that found it: equal findings have equal digests.
 */
export function resultDigest(assessment: Assessment): Digest {
  const { asOf, validUntil, versions, ...found } = assessment;
  return digestText(canonicalJson(found));
}

function rowFromAssessment(assessment: Assessment) {
  const { status, reason, counts } = assessment;
  const body = canonicalJson(assessment);
  return {
    id: digestText(body),
    entity_ref: assessment.entityRef,
    control_id: assessment.controlId,
    status,
    body,
    // The fields that lists show.
    summary: canonicalJson({ status, reason, counts }),
    as_of: assessment.asOf,
  };
}

/**
 * Appends the assessments with new findings, updates the projection, and queues
 * each pair for the time at which its result may change.
 */
export async function recordAssessments(
  transaction: Knex.Transaction,
  assessments: readonly Assessment[],
): Promise<void> {
  if (assessments.length === 0) {
    return;
  }
  const before = await currentResults(transaction, assessments);
  const results = assessments.map(assessment => {
    const result = resultDigest(assessment);
    const known = before.get(toPairKey(assessment));
    return known?.result === result
      ? { assessment, result, id: known.assessmentId }
      : { assessment, result, row: rowFromAssessment(assessment) };
  });
  const added = results.flatMap(({ row }) => row ?? []);
  if (added.length > 0) {
    await transaction('assessment').insert(added).onConflict('id').ignore();
  }
  await transaction('control_status')
    .insert(
      results.map(({ assessment, result, id, row }) => ({
        entity_ref: assessment.entityRef,
        control_id: assessment.controlId,
        assessment_id: row?.id ?? id,
        result_digest: result,
        status: assessment.status,
        assessed_at: assessment.asOf,
        valid_until: assessment.validUntil ?? null,
      })),
    )
    .onConflict(['entity_ref', 'control_id'])
    .merge();
  const next = assessments.flatMap(assessment =>
    assessment.validUntil
      ? {
          entity_ref: assessment.entityRef,
          control_id: assessment.controlId,
          due_at: assessment.validUntil,
        }
      : [],
  );
  if (next.length > 0) {
    await transaction('assessment_queue')
      .insert(next)
      .onConflict(['entity_ref', 'control_id'])
      .ignore();
  }
}

async function currentResults(
  transaction: Knex.Transaction,
  assessments: readonly Assessment[],
) {
  const rows: {
    entity_ref: string;
    control_id: string;
    result_digest: Digest;
    assessment_id: Digest;
  }[] = await transaction('control_status')
    .whereIn(
      ['entity_ref', 'control_id'],
      assessments.map(({ entityRef, controlId }) => [entityRef, controlId]),
    )
    .select('entity_ref', 'control_id', 'result_digest', 'assessment_id');
  return new Map(
    rows.map(row => [
      `${row.entity_ref} ${row.control_id}`,
      { result: row.result_digest, assessmentId: row.assessment_id },
    ]),
  );
}

function toPairKey(assessment: Assessment): string {
  return `${assessment.entityRef} ${assessment.controlId}`;
}
