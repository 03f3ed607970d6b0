import type { Knex } from 'knex';
import { isSqlite } from '../database/isSqlite';
import type { ReceivedDocument } from './DocumentStore';
import { deliveryRow, rowFromDocument } from './documentRow';

/** PostgreSQL: a row with this key is there already. */
const UNIQUE_VIOLATION = '23505';

/** Who sends something again sends more of it within so many milliseconds. */
const AGAIN = 1000;

/**
 * Keeps and queues pushed documents none of which came before, in a single
 * statement, which is a transaction of its own: nearly all groups are such.
 */
export class KnexReceiveNew {
  readonly #knex: Knex;
  readonly #isAble: boolean;
  #lastAgain = -Infinity;

  constructor(knex: Knex) {
    this.#knex = knex;
    // SQLite has no statement that inserts into several tables.
    this.#isAble = !isSqlite(knex);
  }

  /** Answers whether they are kept; if one came before, nothing is. */
  async receive(received: readonly ReceivedDocument[]): Promise<boolean> {
    if (!this.#isAble || !this.#mayBeNew(received)) {
      return false;
    }
    try {
      await this.#insert(received);
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === UNIQUE_VIOLATION) {
        this.#lastAgain = performance.now();
        return false;
      }
      throw error;
    }
  }

  #mayBeNew(received: readonly ReceivedDocument[]): boolean {
    return (
      performance.now() - this.#lastAgain > AGAIN &&
      // What is collected is often the same as the last time.
      received.every(({ document }) => document.origin === 'pushed')
    );
  }

  #insert(received: readonly ReceivedDocument[]) {
    // In one order, so that two of these can't wait for each other.
    const documents = [...received].sort((a, b) =>
      a.document.digest < b.document.digest ? -1 : 1,
    );
    const insert = this.#knex.with(
      'kept',
      this.#knex('document').insert(documents.map(rowFromDocument)),
    );
    const deliveries = documents.flatMap(one => deliveryRow(one));
    if (deliveries.length > 0) {
      insert.with('noted', this.#knex('delivery').insert(deliveries));
    }
    return insert.into('document_queue').insert(
      documents.map(({ document: { digest, receivedAt } }) => ({
        document_digest: digest,
        due_at: receivedAt,
      })),
    );
  }
}
