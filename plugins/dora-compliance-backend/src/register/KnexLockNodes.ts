import type { Knex } from 'knex';
import { isSqlite } from '../kernel/database/isSqlite';

/**
 * Locks some nodes in the order in which a sweep saves them, so that two replicas
 * can't deadlock. SQLite has one writer and needs no lock.
 */
export async function lockNodes(
  transaction: Knex.Transaction,
  entityRefs: readonly string[],
): Promise<void> {
  if (!isSqlite(transaction)) {
    await transaction('inventory_node')
      .whereIn('entity_ref', entityRefs)
      // The order of JavaScript, whatever the collation of the database is.
      .orderByRaw('entity_ref COLLATE "C"')
      .forUpdate()
      .select('entity_ref');
  }
}
