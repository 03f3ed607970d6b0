import type { Digest } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { isSqlite } from '../../kernel/database/isSqlite';
import { readNumber, type StoredNumber } from '../../kernel/database/columns';
import type { ReceivedDocument } from '../DocumentStore';
import { type EncodedDocument, rowFromDocument } from '../documentRow';

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

  /** Answers them by number; if one came before, nothing is kept. */
  async receive(
    received: readonly EncodedDocument[],
  ): Promise<Map<number, EncodedDocument> | undefined> {
    if (!this.#isAble || !this.#mayBeNew(received)) {
      return undefined;
    }
    try {
      return await this.#insert(received);
    } catch (error) {
      if ((error as { code?: string }).code === UNIQUE_VIOLATION) {
        this.#lastAgain = performance.now();
        return undefined;
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

  async #insert(received: readonly EncodedDocument[]) {
    // In one order, so that two of these can't wait for each other.
    const documents = [...received].sort((a, b) =>
      a.document.digest < b.document.digest ? -1 : 1,
    );
    const knex = this.#knex;
    const rows: { digest: string; number: StoredNumber }[] = await knex
      .with(
        'kept',
        knex('document')
          .insert(documents.map(rowFromDocument))
          .returning(['digest', 'number', 'received_at']),
      )
      .with(
        'noted',
        knex.raw(
          `INSERT INTO delivery
             (source_id, delivery_id, document_number, received_at, proof)
           SELECT told.source_id, told.delivery_id, kept.number,
             kept.received_at, told.proof
           FROM unnest(?::text[], ?::text[], ?::text[], ?::text[])
             AS told (digest, source_id, delivery_id, proof)
           JOIN kept ON kept.digest = told.digest`,
          columnsOf(documents.flatMap(deliveryOf)),
        ),
      )
      .with(
        'queued',
        knex.raw(
          `INSERT INTO document_queue (document_number, due_at)
           SELECT number, received_at FROM kept`,
        ),
      )
      .from('kept')
      .select('digest', 'number');
    const byDigest = new Map(documents.map(one => [one.document.digest, one]));
    return new Map(
      rows.flatMap(({ digest, number }) => {
        const one = byDigest.get(digest as Digest);
        return one ? [[readNumber(number), one] as const] : [];
      }),
    );
  }
}

function deliveryOf({ document, deliveryId }: ReceivedDocument): string[][] {
  const { digest, sourceId, proof } = document;
  return deliveryId ? [[digest, sourceId, deliveryId, proof]] : [];
}

/** Rows of four values as four lists. */
function columnsOf(rows: readonly string[][]): string[][] {
  return [0, 1, 2, 3].map(column => rows.map(row => row[column] ?? ''));
}
