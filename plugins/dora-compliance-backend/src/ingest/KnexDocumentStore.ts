import {
  addDuration,
  type Digest,
  type DocumentState,
  type DocumentView,
  type Instant,
  type Page,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Normalised } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Knex } from 'knex';
import { inChunks } from '../database/columns';
import { lockRows } from '../database/lockRows';
import { readCursor, writeCursor } from '../query/cursor';
import type {
  DocumentStore,
  KeepStatements,
  QueuedDocument,
  ReceivedDocument,
} from './DocumentStore';
import {
  type DocumentRow,
  type DocumentViewRow,
  documentColumns,
  documentFromRow,
  documentViewFromRow,
  rowFromDocument,
} from './documentRow';

const MAX_ATTEMPTS = 8;

/** Source documents in the database of the plugin. */
export class KnexDocumentStore implements DocumentStore {
  readonly #knex: Knex;
  readonly #keep: KeepStatements<Knex.Transaction>;

  constructor(knex: Knex, keep: KeepStatements<Knex.Transaction>) {
    this.#knex = knex;
    this.#keep = keep;
  }

  async receive(received: readonly ReceivedDocument[]): Promise<void> {
    for (const chunk of inChunks(received, 100)) {
      await this.#knex.transaction(transaction =>
        this.#receiveChunk(transaction, chunk),
      );
    }
  }

  async #receiveChunk(
    transaction: Knex.Transaction,
    received: ReceivedDocument[],
  ) {
    const fresh = await withoutRedeliveries(transaction, received);
    if (fresh.length === 0) {
      return;
    }
    const added: { digest: Digest }[] = await transaction('document')
      .insert(fresh.map(rowFromDocument))
      .onConflict('digest')
      .ignore()
      .returning('digest');
    const deliveries = fresh.flatMap(({ document, deliveryId }) =>
      deliveryId
        ? {
            source_id: document.sourceId,
            delivery_id: deliveryId,
            document_digest: document.digest,
            received_at: document.receivedAt,
          }
        : [],
    );
    if (deliveries.length > 0) {
      await transaction('delivery')
        .insert(deliveries)
        .onConflict(['source_id', 'delivery_id'])
        .ignore();
    }
    const isNew = new Set(added.map(({ digest }) => digest));
    const queue = fresh
      .filter(({ document }) => isNew.has(document.digest))
      .map(({ document }) => ({
        document_digest: document.digest,
        due_at: document.receivedAt,
      }));
    if (queue.length > 0) {
      await transaction('document_queue')
        .insert(queue)
        .onConflict('document_digest')
        .ignore();
    }
  }

  async work(options: {
    limit: number;
    now: Instant;
    normalise: (document: QueuedDocument) => Normalised;
  }): Promise<number> {
    const { limit, now, normalise } = options;
    return this.#knex.transaction(async transaction => {
      const queued: { document_digest: Digest; attempts: number }[] =
        await lockRows(
          transaction,
          transaction('document_queue')
            .where('due_at', '<=', now)
            .orderBy(['due_at', 'document_digest'])
            .limit(limit)
            .select('document_digest', 'attempts'),
        );
      const rows: DocumentRow[] = await transaction('document').whereIn(
        'digest',
        queued.map(row => row.document_digest),
      );
      const byDigest = new Map(rows.map(row => [row.digest, row]));
      for (const { document_digest, attempts } of queued) {
        const row = byDigest.get(document_digest);
        if (row) {
          await this.#workOne(transaction, documentFromRow(row), {
            attempts,
            now,
            normalise,
          });
        }
      }
      return queued.length;
    });
  }

  /** A savepoint each, so that one bad document holds up no other. */
  async #workOne(
    transaction: Knex.Transaction,
    queued: QueuedDocument,
    options: {
      attempts: number;
      now: Instant;
      normalise: (document: QueuedDocument) => Normalised;
    },
  ) {
    const { attempts, now, normalise } = options;
    const { digest } = queued.document;
    const result = normalise(queued);
    try {
      await transaction.transaction(async savepoint => {
        if (result.outcome === 'normalised') {
          const { document } = queued;
          await this.#keep(savepoint, document, result.statements, now);
        }
        await this.#finish(savepoint, digest, now, result);
      });
    } catch (error) {
      const reason = `The evidence could not be kept: ${error}`;
      if (attempts + 1 >= MAX_ATTEMPTS) {
        const rejected: Normalised = { outcome: 'rejected', reason };
        await this.#finish(transaction, digest, now, rejected);
      } else {
        await transaction('document_queue')
          .where('document_digest', digest)
          .update({
            attempts: attempts + 1,
            due_at: addDuration(now, `PT${2 ** attempts}S`),
          });
      }
    }
  }

  async #finish(
    transaction: Knex.Transaction,
    digest: Digest,
    now: Instant,
    result: Normalised,
  ) {
    await transaction('document_outcome')
      .insert({
        document_digest: digest,
        state: result.outcome,
        rejection: result.outcome === 'rejected' ? result.reason : null,
        decided_at: now,
      })
      .onConflict('document_digest')
      .merge();
    await transaction('document_queue')
      .where('document_digest', digest)
      .delete();
  }

  async replay(digest: Digest, now: Instant): Promise<boolean> {
    return this.#knex.transaction(async transaction => {
      const known = await transaction('document')
        .where('digest', digest)
        .first('digest');
      if (known) {
        await transaction('document_queue')
          .insert({ document_digest: digest, due_at: now, attempts: 0 })
          .onConflict('document_digest')
          .merge();
        await transaction('document_outcome')
          .where('document_digest', digest)
          .delete();
      }
      return Boolean(known);
    });
  }

  async list(options: {
    state: DocumentState;
    limit: number;
    cursor?: string;
  }): Promise<Page<DocumentView>> {
    const { state, limit, cursor } = options;
    const query = this.#views()
      .orderBy([
        { column: 'document.received_at', order: 'desc' },
        { column: 'document.digest', order: 'desc' },
      ])
      .limit(limit + 1);
    if (state === 'waiting') {
      query.whereNull('document_outcome.state');
    } else {
      query.where('document_outcome.state', state);
    }
    if (cursor) {
      const [at, digest] = readCursor(cursor);
      query.whereRaw('(document.received_at, document.digest) < (?, ?)', [
        at,
        digest,
      ]);
    }
    const rows: DocumentViewRow[] = await query;
    const items = rows.slice(0, limit).map(documentViewFromRow);
    const last = items.at(-1)?.document;
    return rows.length > limit && last
      ? { items, nextCursor: writeCursor(last.receivedAt, last.digest) }
      : { items };
  }

  async find(digest: Digest): Promise<DocumentView | undefined> {
    const row: DocumentViewRow | undefined = await this.#views()
      .where('document.digest', digest)
      .first();
    return row && documentViewFromRow(row);
  }

  #views() {
    return this.#knex('document')
      .leftJoin(
        'document_outcome',
        'document_outcome.document_digest',
        'document.digest',
      )
      .select(
        ...documentColumns.map(column => `document.${column}`),
        'document_outcome.state',
        'document_outcome.rejection',
      );
  }

  async count(): Promise<{ waiting: number; rejected: number }> {
    const waiting = await this.#knex('document_queue')
      .count({ n: '*' })
      .first();
    const rejected = await this.#knex('document_outcome')
      .where('state', 'rejected')
      .count({ n: '*' })
      .first();
    return { waiting: Number(waiting?.n), rejected: Number(rejected?.n) };
  }
}

async function withoutRedeliveries(
  transaction: Knex.Transaction,
  received: ReceivedDocument[],
): Promise<ReceivedDocument[]> {
  const ids = received.flatMap(({ deliveryId }) => deliveryId ?? []);
  const known: { source_id: string; delivery_id: string }[] =
    ids.length === 0
      ? []
      : await transaction('delivery')
          .whereIn('delivery_id', ids)
          .select('source_id', 'delivery_id');
  const keys = new Set(
    known.map(row => JSON.stringify([row.source_id, row.delivery_id])),
  );
  return received.filter(
    ({ document, deliveryId }) =>
      !keys.has(JSON.stringify([document.sourceId, deliveryId])),
  );
}
