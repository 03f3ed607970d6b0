import type { Knex } from 'knex';
import type { StoredInstant } from '../kernel/database/columns';
import { isSqlite } from '../kernel/database/isSqlite';

/** A pair of asset and control in the queue. */
type QueuedPair = {
  entity_ref: string;
  control_id: string;
  due_at: StoredInstant;
  marked_at: StoredInstant | null;
};

/**
 * Locks some pairs of the queue in the order in which others mark them as due,
 * so that two transactions can't deadlock. SQLite has one writer and needs no
 * lock.
 */
export function lockInOrder(
  transaction: Knex.Transaction,
  select: (queue: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<QueuedPair[]> {
  const query = select(transaction('assessment_queue'))
    .orderBy(['entity_ref', 'control_id'])
    .select('entity_ref', 'control_id', 'due_at', 'marked_at');
  return isSqlite(transaction) ? query : query.forUpdate();
}
