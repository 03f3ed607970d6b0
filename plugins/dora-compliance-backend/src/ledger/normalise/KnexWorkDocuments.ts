import type {
  DeliveryProof,
  Instant,
  Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Normalised } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Knex } from 'knex';
import {
  readInstant,
  readNumber,
  type StoredInstant,
  type StoredNumber,
} from '../../kernel/database/columns';
import { lockRows } from '../../kernel/database/lockRows';
import { eventLoopYielder } from '../../kernel/worker/eventLoopYielder';
import type { QueuedDocument } from '../DocumentStore';
import type { KnexDictionaries } from '../bodies/KnexDictionaries';
import { documentFromRow, type NumberedRow } from '../documentRow';
import { isUnaltered } from '../isUnaltered';
import { SCOPED_ID, toldId } from '../receive/deliveryScope';
import type { ReceivedDocumentCache } from '../ReceivedDocumentCache';
import { keepDocuments, type WorkedOn } from '../keep/KnexKeepDocuments';
import { type LaterDelivery, normaliseDeliveries } from './normaliseDeliveries';

/** Documents worked on together have no more bytes than this. */
const MAX_BYTES = 16 * 1024 * 1024;

/** What becomes of a document that somebody edited in the database. */
const ALTERED: Normalised = {
  outcome: 'rejected',
  reason:
    'The bytes of the document no longer match its digest: they were changed in the database',
};

/** How a batch of documents is worked on. */
export type DocumentWork = {
  limit: number;
  now: Instant;
  normalise: (document: QueuedDocument) => Normalised;
  lateAfter?: number;
};

/** What is told of a document that was worked on. */
export type WorkedDocument = {
  sourceId: string;
  /** Absent when it waits to be tried again. */
  state: string | undefined;
  /** Seconds since it was due. */
  wait: number;
};

/**
 * Takes due documents from the queue, has each normalised, and keeps all that
 * they say. Answers those that were worked on.
 */
export async function workDocuments(
  transaction: Knex.Transaction,
  bodies: KeptBodies,
  work: DocumentWork,
): Promise<WorkedDocument[]> {
  const batch = await takeBatch(transaction, bodies, work);
  if (batch.length === 0) {
    return [];
  }
  const { now } = work;
  const states = await keepDocuments({ transaction, now }, batch);
  return batch.map(({ queued, since }, index) => ({
    sourceId: queued.document.sourceId,
    state: states[index],
    wait: (Date.parse(now) - Date.parse(since)) / 1000,
  }));
}

/** Where bodies are found, and what they were compressed with. */
export type KeptBodies = {
  receivedCache: ReceivedDocumentCache;
  dictionaries: KnexDictionaries;
};

type QueueRow = {
  document_number: StoredNumber;
  attempts: number;
  due_at: StoredInstant;
};

async function takeBatch(
  transaction: Knex.Transaction,
  bodies: KeptBodies,
  { limit, now, normalise, lateAfter }: DocumentWork,
): Promise<WorkedOn[]> {
  const queue: QueueRow[] = await lockRows(
    transaction,
    transaction('document_queue')
      .where('due_at', '<=', now)
      .orderBy(['due_at', 'document_number'])
      .limit(limit)
      .select('document_number', 'attempts', 'due_at'),
  );
  const { documents, altered } = await bodiesOf(transaction, bodies, queue);
  const others = await laterDeliveries(transaction, [...documents.keys()]);
  const batch: WorkedOn[] = [];
  const yieldIfDue = eventLoopYielder();
  for (const { document_number, attempts, due_at } of queue) {
    const number = readNumber(document_number);
    const queued = documents.get(number);
    if (queued) {
      await yieldIfDue();
      const later = others.get(number) ?? [];
      batch.push({
        number,
        queued,
        since: readInstant(due_at),
        attempts,
        ...normaliseDeliveries(
          queued,
          later,
          altered.has(number) ? () => ALTERED : normalise,
          lateAfter,
        ),
      });
    }
  }
  return batch;
}

/** Documents at hand, and those whose bytes no longer are what came. */
type Bodies = {
  documents: ReadonlyMap<number, QueuedDocument>;
  altered: ReadonlySet<number>;
};

/**
 * A restored backup, or a standby that takes over, may give the number of a
 * document that it lost to another one. A new document is due when received.
 */
function isOfRow({ document }: QueuedDocument, { due_at }: QueueRow): boolean {
  return document.receivedAt === readInstant(due_at);
}

/**
 * Of so many documents as many as have no more bytes than a batch may; those
 * at hand before those that must be read.
 */
async function bodiesOf(
  transaction: Knex.Transaction,
  { receivedCache, dictionaries }: KeptBodies,
  queue: readonly QueueRow[],
): Promise<Bodies> {
  const documents = new Map<number, QueuedDocument>();
  const numbers = queue.map(row => readNumber(row.document_number));
  let bytes = 0;
  for (const [index, number] of numbers.entries()) {
    const atHand = receivedCache.take(number);
    if (atHand && isOfRow(atHand, queue[index]!)) {
      documents.set(number, atHand);
      bytes += atHand.document.size;
    }
  }
  const unread = numbers.filter(number => !documents.has(number));
  const altered = new Set<number>();
  if (unread.length === 0) {
    return { documents, altered };
  }
  const sizes: { number: StoredNumber; size: number }[] = await transaction(
    'document',
  )
    .whereIn('number', unread)
    .select('number', 'size');
  const sizeOf = new Map(
    sizes.map(({ number, size }) => [readNumber(number), size]),
  );
  const taken = unread.filter(number => {
    bytes += sizeOf.get(number) ?? 0;
    // The oldest in any case, so that it doesn't wait for ever.
    return number === numbers[0] || bytes <= MAX_BYTES;
  });
  const rows: NumberedRow[] = await transaction('document').whereIn(
    'number',
    taken,
  );
  const shared = await dictionaries.read(
    rows.flatMap(({ dictionary }) => dictionary ?? []),
    transaction,
  );
  for (const row of rows) {
    const number = readNumber(row.number);
    const found = documentFromRow(row, shared);
    documents.set(number, found);
    if (!isUnaltered(row.digest, found.body)) {
      altered.add(number);
    }
  }
  return { documents, altered };
}

/**
 * Later deliveries of the same bytes with other headers, or from somebody who
 * proves something else, by document; and all that came with a scope, as the
 * same delivery may come without one, too.
 */
async function laterDeliveries(
  transaction: Knex.Transaction,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, LaterDelivery[]>> {
  const rows: {
    document_number: StoredNumber;
    source_id: string;
    delivery_id: string;
    headers: string | null;
    verification: Verification | null;
    proof: DeliveryProof | null;
    received_at: StoredInstant;
  }[] = await transaction('delivery')
    .whereIn('document_number', numbers)
    .where(either =>
      either
        .whereNotNull('headers')
        .orWhereNotNull('verification')
        .orWhere('delivery_id', 'like', `${SCOPED_ID}%`),
    )
    .orderBy(['received_at', 'delivery_id'])
    .select(
      'document_number',
      'source_id',
      'delivery_id',
      'headers',
      'verification',
      'proof',
      'received_at',
    );
  const found = new Map<number, LaterDelivery[]>();
  for (const row of rows) {
    const number = readNumber(row.document_number);
    const known = found.get(number) ?? [];
    const delivery: LaterDelivery = {
      sourceId: row.source_id,
      toldId: toldId(row.delivery_id),
      receivedAt: readInstant(row.received_at),
      ...(row.headers !== null && { headers: JSON.parse(row.headers) }),
      ...(row.verification && { verification: row.verification }),
      ...(row.proof && { proof: row.proof }),
    };
    found.set(number, [...known, delivery]);
  }
  return found;
}
