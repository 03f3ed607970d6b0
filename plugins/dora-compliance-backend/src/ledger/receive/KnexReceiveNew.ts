import type { Digest } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { isSqlite } from '../../kernel/database/isSqlite';
import { readNumber, type StoredNumber } from '../../kernel/database/columns';
import type { ReceivedDocument } from '../ReceivedDocument';
import { type EncodedDocument, rowFromDocument } from '../documentRow';

/** PostgreSQL: a row with this key already exists. */
const UNIQUE_VIOLATION = '23505';

/**
 * A sender that repeats a delivery repeats more within this many milliseconds.
 */
const AGAIN = 1000;

/**
 * The text is the same for any number of documents: the rows are one JSON
 * parameter, and their bodies are one parameter of bytes. A parameter for each
 * column of each row takes longer to build and to parse than to execute.
 */
const INSERT = `
  WITH received AS (
    SELECT * FROM json_to_recordset(?::json) AS rows (
      digest text, source_id text, media_type text, size integer,
      verification text, proof text, received_at timestamptz, origin text,
      redactions text, headers text, encoding text, dictionary integer,
      delivery_id text, body_start integer, body_length integer
    )
  ), lost AS (
    SELECT FROM received
    WHERE dictionary IS NOT NULL AND NOT EXISTS (
      SELECT FROM body_dictionary
      WHERE body_dictionary.number = received.dictionary
    )
  ), kept AS (
    INSERT INTO document
      (digest, source_id, media_type, size, verification, proof, received_at,
       origin, redactions, headers, encoding, dictionary, body)
    SELECT digest, source_id, media_type, size, verification, proof,
      received_at, origin, redactions, headers, encoding, dictionary,
      substring(?::bytea FROM body_start FOR body_length)
    FROM received
    WHERE NOT EXISTS (SELECT FROM lost)
    RETURNING digest, number, received_at
  ), noted AS (
    INSERT INTO delivery
      (source_id, delivery_id, document_number, received_at, proof)
    SELECT source_id, delivery_id, kept.number, kept.received_at, proof
    FROM received JOIN kept USING (digest)
    WHERE delivery_id IS NOT NULL
  ), queued AS (
    INSERT INTO document_queue (document_number, due_at)
    SELECT number, received_at FROM kept
  )
  SELECT digest, number FROM kept`;

/**
 * Stores and queues pushed documents, none of which was received before, in a
 * single statement, which is its own transaction: this is true of nearly all
 * groups.
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

  /**
   * Returns them by number; if one was received before, or the database lacks a
   * dictionary, nothing is stored.
   */
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
      // Collected documents are often the same as the last time.
      received.every(({ document }) => document.origin === 'pushed')
    );
  }

  async #insert(received: readonly EncodedDocument[]) {
    // In a fixed order, so that two of these can't deadlock.
    const documents = [...received].sort((a, b) =>
      a.document.digest < b.document.digest ? -1 : 1,
    );
    const { rows }: { rows: { digest: Digest; number: StoredNumber }[] } =
      await this.#knex.raw(INSERT, toValues(documents));
    if (rows.length === 0) {
      return undefined;
    }
    const byDigest = new Map(documents.map(one => [one.document.digest, one]));
    return new Map(
      rows.flatMap(({ digest, number }) => {
        const one = byDigest.get(digest);
        return one ? [[readNumber(number), one] as const] : [];
      }),
    );
  }
}

function toValues(documents: readonly EncodedDocument[]): [string, Buffer] {
  // PostgreSQL counts from one.
  let start = 1;
  const rows = documents.map(one => {
    const { body, ...row } = rowFromDocument(one);
    const body_start = start;
    start += body.length;
    const delivery_id = one.deliveryId;
    return { ...row, delivery_id, body_start, body_length: body.length };
  });
  return [
    JSON.stringify(rows),
    Buffer.concat(documents.map(({ encoded }) => encoded.body)),
  ];
}
