import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { markDueByPairs } from '../due/KnexMarkDue';
import { markScores } from '../due/KnexMarkScores';
import type { DriftedPair } from './AssessmentStore';

/** The next check handles the rest. */
const AT_ONCE = 200;

/**
 * The assessment that a status points to belongs to the pair and has the same
 * status.
 */
const isRecorded = `
  SELECT 1 FROM assessment AS recorded
  WHERE recorded.id = control_status.assessment_id
    AND recorded.entity_ref = control_status.entity_ref
    AND recorded.control_id = control_status.control_id
    AND recorded.status = control_status.status`;

/** The pair was assessed again after that. */
const isOutdated = `
  SELECT 1 FROM assessment AS recorded
  JOIN assessment AS newer
    ON newer.entity_ref = recorded.entity_ref
    AND newer.control_id = recorded.control_id
    AND newer.as_of > recorded.as_of
  WHERE recorded.id = control_status.assessment_id`;

/**
 * Finds statuses that differ from the latest assessment. Assessments are
 * append-only, so this happens only if somebody edits the database. The
 * statuses are removed, so that the control counts as not assessed, and the
 * pairs become due.
 */
export async function removeDrifted(
  knex: Knex,
  now: Instant,
): Promise<DriftedPair[]> {
  return knex.transaction(async transaction => {
    const rows: {
      entity_ref: string;
      control_id: string;
      assessment_id: string;
      status: string;
    }[] = await transaction('control_status')
      .whereRaw(`NOT EXISTS (${isRecorded})`)
      .orWhereRaw(`EXISTS (${isOutdated})`)
      .orderBy(['entity_ref', 'control_id'])
      .limit(AT_ONCE)
      .select('entity_ref', 'control_id', 'assessment_id', 'status');
    if (rows.length === 0) {
      return [];
    }
    // The queue first, as workers do, so that the two can't deadlock.
    await markDueByPairs(
      transaction,
      rows.map(row => [row.entity_ref, row.control_id]),
      now,
    );
    const columns = ['entity_ref', 'control_id', 'assessment_id', 'status'];
    await transaction('control_status')
      // A status that was corrected meanwhile has another assessment.
      .whereIn(
        columns,
        rows.map(row => [
          row.entity_ref,
          row.control_id,
          row.assessment_id,
          row.status,
        ]),
      )
      .delete();
    await markScores(
      transaction,
      rows.map(row => row.entity_ref),
    );
    return rows.map(row => ({
      entityRef: row.entity_ref,
      controlId: row.control_id,
    }));
  });
}
