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

type ChangeRow = {
  changed_at: StoredInstant;
  from_status: ControlStatus;
  to_status: ControlStatus;
  summary: string | null;
};

type Pair = { entityRef: string; controlId: string };

/** The facts, and the instant before which changes were left out, if any. */
type FoundFacts = StatusFacts & { cutAt?: Instant };

/**
 * What is known of the statuses of a pair since an instant: the last 200 changes. Five
 * statements. Several results can be of one instant: the order of changes is that of
 * their numbers.
 */
export async function readStatusFacts(
  knex: Knex,
  pair: Pair,
  since: Instant,
): Promise<FoundFacts> {
  const past = await readPastStatuses(knex, pair.entityRef, pair.controlId);
  const recordedFrom = await findFirst(knex, pair);
  const [before] = await selectChanges(knex, pair)
    .where('changed_at', '<=', since)
    .limit(1);
  const later = await selectChanges(knex, pair)
    .where('changed_at', '>', since)
    .limit(CHANGES + 1);
  const changes = later.reverse();
  const recorded = changes.map(toRecorded);
  if (recorded.length > CHANGES) {
    return { recorded, past: [], recordedFrom, cutAt: recorded[0]!.at };
  }
  const opening = before
    ? toRecorded(before)
    : await findOpening(knex, pair, changes[0]?.from_status);
  return {
    recorded: [...(opening ? [opening] : []), ...recorded],
    past,
    recordedFrom,
  };
}

/** When the first result was recorded. */
async function findFirst(knex: Knex, pair: Pair): Promise<Instant | undefined> {
  const row: { first: StoredInstant | null } | undefined =
    await selectAssessments(knex, pair).min({ first: 'as_of' }).first();
  return row?.first ? readInstant(row.first) : undefined;
}

/** The first result, whose status was changed first, if it was. */
async function findOpening(
  knex: Knex,
  pair: Pair,
  status: ControlStatus | undefined,
): Promise<RecordedStatus | undefined> {
  const query = selectAssessments(knex, pair).orderBy(['as_of', 'id']);
  if (status) {
    query.where('status', status);
  }
  const row:
    | { as_of: StoredInstant; status: ControlStatus; summary: string }
    | undefined = await query.first('as_of', 'status', 'summary');
  return (
    row && {
      at: readInstant(row.as_of),
      status: row.status,
      reason: readReason(row.summary),
    }
  );
}

function selectAssessments(
  knex: Knex,
  { entityRef, controlId }: Pair,
): Knex.QueryBuilder {
  return knex('assessment').where({
    entity_ref: entityRef,
    control_id: controlId,
  });
}

/** Changes, latest first, each with the reason that was given. */
function selectChanges(
  knex: Knex,
  { entityRef, controlId }: Pair,
): Knex.QueryBuilder<object, ChangeRow[]> {
  return knex('status_change')
    .where({ entity_ref: entityRef, control_id: controlId })
    .orderBy([
      { column: 'changed_at', order: 'desc' },
      { column: 'number', order: 'desc' },
    ])
    .select(
      'changed_at',
      'from_status',
      'to_status',
      knex('assessment')
        .whereRaw('assessment.entity_ref = status_change.entity_ref')
        .whereRaw('assessment.control_id = status_change.control_id')
        .whereRaw('assessment.as_of = status_change.changed_at')
        .whereRaw('assessment.status = status_change.to_status')
        .orderBy('id')
        .limit(1)
        .select('summary')
        .as('summary'),
    );
}

function toRecorded(row: ChangeRow): RecordedStatus {
  return {
    at: readInstant(row.changed_at),
    status: row.to_status,
    reason: row.summary ? readReason(row.summary) : undefined,
  };
}

function readReason(summary: string): Reason {
  return JSON.parse(summary).reason;
}
