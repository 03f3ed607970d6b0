import type { Knex } from 'knex';
import { jsonRows } from '../kernel/database/jsonRows';

/**
 * Queues assets whose score may have changed. Rows are only added, so that nobody
 * waits for another transaction.
 */
export async function markScores(
  transaction: Knex.Transaction,
  entityRefs: Iterable<string>,
): Promise<void> {
  const refs = [...new Set(entityRefs)];
  if (refs.length === 0) {
    return;
  }
  const rows = jsonRows(
    transaction,
    { entity_ref: 'text' },
    refs.map(entity_ref => ({ entity_ref })),
  );
  await transaction.raw(
    'INSERT INTO score_queue (entity_ref) SELECT entity_ref FROM (?) AS marked',
    [rows],
  );
}

/** Queues all assets, and those that have a score and are gone. */
export async function markAllScores(
  transaction: Knex.Transaction,
): Promise<void> {
  await transaction.raw(
    `INSERT INTO score_queue (entity_ref)
     SELECT entity_ref FROM asset_index
     UNION SELECT entity_ref FROM asset_score`,
  );
}
