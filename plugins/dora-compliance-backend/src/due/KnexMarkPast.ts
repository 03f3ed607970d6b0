import type { Knex } from 'knex';
import { jsonRows } from '../kernel/database/jsonRows';
import { listTexts } from '../kernel/database/listTexts';

/**
 * Queues assets whose past before the record is to be computed. Rows are only added,
 * so that nobody waits for another transaction.
 */
export async function markPast(
  transaction: Knex.Transaction,
  entityRefs: readonly string[],
): Promise<void> {
  if (entityRefs.length === 0) {
    return;
  }
  const rows = jsonRows(
    transaction,
    { entity_ref: 'text' },
    entityRefs.map(entity_ref => ({ entity_ref })),
  );
  await transaction.raw(
    'INSERT INTO past_queue (entity_ref) SELECT entity_ref FROM (?) AS marked',
    [rows],
  );
}

/** Queues all assets that have a past or get one. */
export async function markPastOfAll(
  transaction: Knex.Transaction,
): Promise<void> {
  await transaction.raw(
    `INSERT INTO past_queue (entity_ref)
     SELECT asset_score.entity_ref FROM asset_score
     JOIN score_day ON score_day.scope = 'asset:' || asset_score.entity_ref
     JOIN score_state ON score_state.recorded_from = score_day.day`,
  );
}

/**
 * Queues the assets to which these subjects belong, if something about a day before
 * the record became known. Assets that came later than the record have no past.
 *
 * @param day - the earliest day about which something became known
 */
export function markPastByKeys(
  transaction: Knex.Transaction,
  subjectKeys: Iterable<string>,
  day: string,
): Promise<void> {
  return markPastBy(transaction, 'subject_key', subjectKeys, day);
}

/** The same for the assets whose repositories belong to these organizations. */
export function markPastByOrganizations(
  transaction: Knex.Transaction,
  organizationKeys: Iterable<string>,
  day: string,
): Promise<void> {
  return markPastBy(transaction, 'organization_key', organizationKeys, day);
}

async function markPastBy(
  transaction: Knex.Transaction,
  column: 'subject_key' | 'organization_key',
  subjectKeys: Iterable<string>,
  day: string,
): Promise<void> {
  const keys = [...new Set(subjectKeys)];
  if (keys.length === 0) {
    return;
  }
  await transaction.raw(
    `INSERT INTO past_queue (entity_ref)
     SELECT DISTINCT asset_identifier.entity_ref FROM asset_identifier
     JOIN score_day ON score_day.scope = 'asset:' || asset_identifier.entity_ref
     JOIN score_state ON score_state.recorded_from = score_day.day
     WHERE asset_identifier.${column} IN ? AND score_state.recorded_from > ?`,
    [listTexts(transaction, keys), day],
  );
}
