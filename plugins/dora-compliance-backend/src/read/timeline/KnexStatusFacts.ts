import type {
  ControlStatus,
  Instant,
  Reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readInstant, type StoredInstant } from '../../kernel/database/columns';
import { readPastStatuses } from '../../scores/past/KnexPastStatuses';
import type { RecordedStatus, StatusFacts } from './findPeriods';

/** How many changes are read. */
const CHANGES = 200;

type AssessmentRow = {
  as_of: StoredInstant;
  status: ControlStatus;
  summary: string;
};

type ChangeRow = {
  changed_at: StoredInstant;
  to_status: ControlStatus;
  summary: string | null;
};

/** The facts, and the instant before which changes were left out, if any. */
type FoundFacts = StatusFacts & { cutAt?: Instant };

/**
 * What is known of the statuses of a pair since an instant: the last 200 changes. Four
 * statements.
 */
export async function readStatusFacts(
  knex: Knex,
  pair: { entityRef: string; controlId: string },
  since: Instant,
): Promise<FoundFacts> {
  const { entityRef, controlId } = pair;
  const past = await readPastStatuses(knex, entityRef, controlId);
  const first = await findAssessment(knex, pair, 'asc');
  if (!first) {
    return { recorded: [], past };
  }
  const before = await findAssessment(knex, pair, 'desc', since);
  const opening = before ?? first;
  const changes = await readChanges(knex, pair, opening.at);
  const cut = changes.length > CHANGES ? changes[0] : undefined;
  return cut
    ? { recorded: changes, past: [], recordedFrom: first.at, cutAt: cut.at }
    : { recorded: [opening, ...changes], past, recordedFrom: first.at };
}

/** The first assessment, or the last one until an instant. */
async function findAssessment(
  knex: Knex,
  { entityRef, controlId }: { entityRef: string; controlId: string },
  order: 'asc' | 'desc',
  until?: Instant,
): Promise<RecordedStatus | undefined> {
  const query = knex('assessment')
    .where({ entity_ref: entityRef, control_id: controlId })
    .orderBy([
      { column: 'as_of', order },
      { column: 'id', order },
    ]);
  if (until) {
    query.where('as_of', '<=', until);
  }
  const row: AssessmentRow | undefined = await query.first(
    'as_of',
    'status',
    'summary',
  );
  return (
    row && {
      at: readInstant(row.as_of),
      status: row.status,
      reason: readReason(row.summary),
    }
  );
}

/** Changes after an instant, earliest first, each with the reason it was given. */
async function readChanges(
  knex: Knex,
  { entityRef, controlId }: { entityRef: string; controlId: string },
  after: Instant,
): Promise<RecordedStatus[]> {
  const rows: ChangeRow[] = await knex('status_change')
    .where({ entity_ref: entityRef, control_id: controlId })
    .where('changed_at', '>', after)
    .orderBy([
      { column: 'changed_at', order: 'desc' },
      { column: 'number', order: 'desc' },
    ])
    .limit(CHANGES + 1)
    .select(
      'changed_at',
      'to_status',
      knex('assessment')
        .whereRaw('assessment.entity_ref = status_change.entity_ref')
        .whereRaw('assessment.control_id = status_change.control_id')
        .whereRaw('assessment.as_of = status_change.changed_at')
        .whereRaw('assessment.status = status_change.to_status')
        .limit(1)
        .select('summary')
        .as('summary'),
    );
  return rows.reverse().map(row => ({
    at: readInstant(row.changed_at),
    status: row.to_status,
    reason: row.summary ? readReason(row.summary) : undefined,
  }));
}

function readReason(summary: string): Reason {
  return JSON.parse(summary).reason;
}
