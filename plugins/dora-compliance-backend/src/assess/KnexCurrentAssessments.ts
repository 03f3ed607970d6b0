import type {
  Assessment,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readInstant, type StoredInstant } from '../kernel/database/columns';
import type { CurrentAssessment, CurrentResult } from './AssessmentStore';

type CurrentRow = {
  control_id: string;
  assessed_at: StoredInstant;
  valid_until: StoredInstant | null;
};

/** The latest assessments of an asset by control, with all their rows. */
export async function currentAssessments(
  knex: Knex,
  entityRef: string,
  controlId?: string,
): Promise<Map<string, CurrentAssessment>> {
  const query = current(knex, entityRef).select('assessment.body');
  if (controlId !== undefined) {
    query.where('control_status.control_id', controlId);
  }
  const rows: (CurrentRow & { body: string })[] = await query;
  return new Map(
    rows.map(row => [
      row.control_id,
      { assessment: JSON.parse(row.body), ...readTimes(row) },
    ]),
  );
}

/** The last assessment of a pair that was recorded until an instant. */
export async function assessmentAt(
  knex: Knex,
  of: { entityRef: string; controlId: string; instant: Instant },
): Promise<Assessment | undefined> {
  const row: { body: string } | undefined = await knex('assessment')
    .where({ entity_ref: of.entityRef, control_id: of.controlId })
    .where('as_of', '<=', of.instant)
    .orderBy([
      { column: 'as_of', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .first('body');
  return row && (JSON.parse(row.body) as Assessment);
}

/**
 * What the latest assessments of an asset found, by control, without their
 * rows: there can be 200 for each.
 */
export async function currentResults(
  knex: Knex,
  entityRef: string,
): Promise<Map<string, CurrentResult>> {
  const rows: (CurrentRow & { summary: string })[] = await current(
    knex,
    entityRef,
  ).select('assessment.summary');
  return new Map(
    rows.map(row => [
      row.control_id,
      { assessment: JSON.parse(row.summary), ...readTimes(row) },
    ]),
  );
}

function current(knex: Knex, entityRef: string): Knex.QueryBuilder {
  return (
    knex('control_status')
      // A status that points to an assessment of another pair is ignored.
      .join('assessment', join =>
        join
          .on('assessment.id', 'control_status.assessment_id')
          .on('assessment.entity_ref', 'control_status.entity_ref')
          .on('assessment.control_id', 'control_status.control_id')
          .on('assessment.status', 'control_status.status'),
      )
      .where('control_status.entity_ref', entityRef)
      .select(
        'control_status.control_id',
        'control_status.assessed_at',
        'control_status.valid_until',
      )
  );
}

function readTimes({ assessed_at, valid_until }: CurrentRow) {
  return {
    assessedAt: readInstant(assessed_at),
    ...(valid_until && { validUntil: readInstant(valid_until) }),
  };
}
