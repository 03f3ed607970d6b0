import type { Knex } from 'knex';
import type { ReceivedDocument } from './DocumentStore';
import { deliveryRow, rowFromDocument } from './documentRow';

/** PostgreSQL: a row with this key is there already. */
const UNIQUE_VIOLATION = '23505';

/**
 * Keeps and queues pushed documents none of which came before, in a single
 * statement, which is a transaction of its own: nearly all groups are such.
 * Answers false, and keeps nothing, when one of them did, or when the
 * database knows no such statement.
 */
export async function receiveNew(
  knex: Knex,
  received: readonly ReceivedDocument[],
): Promise<boolean> {
  const isEmbedded = knex.client.config.client === 'better-sqlite3';
  // What is collected is often the same as the last time.
  if (isEmbedded || received.some(one => one.document.origin !== 'pushed')) {
    return false;
  }
  // In one order, so that two statements can't wait for each other.
  const documents = [...received].sort((a, b) =>
    a.document.digest < b.document.digest ? -1 : 1,
  );
  const deliveries = documents.flatMap(one => deliveryRow(one));
  const keep = knex.with(
    'kept',
    knex('document').insert(documents.map(rowFromDocument)),
  );
  if (deliveries.length > 0) {
    keep.with('noted', knex('delivery').insert(deliveries));
  }
  try {
    await keep.into('document_queue').insert(
      documents.map(({ document: { digest, receivedAt } }) => ({
        document_digest: digest,
        due_at: receivedAt,
      })),
    );
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION) {
      return false;
    }
    throw error;
  }
}
