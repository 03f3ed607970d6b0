import type {
  DeliveryProof,
  Digest,
  Instant,
  Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Normalised } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Knex } from 'knex';
import { readInstant, type StoredInstant } from '../database/columns';
import { lockRows } from '../database/lockRows';
import { createBreather } from '../worker/breathe';
import type { KeepStatements, QueuedDocument } from './DocumentStore';
import { documentFromRow, type DocumentRow } from './documentRow';
import { isUnaltered } from './isUnaltered';
import { SCOPED_ID, toldId } from './deliveryScope';
import type { JustReceived } from './JustReceived';
import { keepDocuments, type WorkedOn } from './KnexKeepDocuments';
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
  keep: KeepStatements<Knex.Transaction>,
  justReceived: JustReceived,
  work: DocumentWork,
): Promise<WorkedDocument[]> {
  const batch = await takeBatch(transaction, justReceived, work);
  if (batch.length === 0) {
    return [];
  }
  const { now } = work;
  const states = await keepDocuments({ transaction, keep, now }, batch);
  return batch.map(({ queued, since }, index) => ({
    sourceId: queued.document.sourceId,
    state: states[index],
    wait: (Date.parse(now) - Date.parse(since)) / 1000,
  }));
}

type QueueRow = {
  document_digest: Digest;
  attempts: number;
  due_at: StoredInstant;
};

async function takeBatch(
  transaction: Knex.Transaction,
  justReceived: JustReceived,
  { limit, now, normalise, lateAfter }: DocumentWork,
): Promise<WorkedOn[]> {
  const queue: QueueRow[] = await lockRows(
    transaction,
    transaction('document_queue')
      .where('due_at', '<=', now)
      .orderBy(['due_at', 'document_digest'])
      .limit(limit)
      .select('document_digest', 'attempts', 'due_at'),
  );
  const digests = queue.map(row => row.document_digest);
  const { documents, altered } = await bodiesOf(
    transaction,
    justReceived,
    digests,
  );
  const others = await laterDeliveries(transaction, [...documents.keys()]);
  const batch: WorkedOn[] = [];
  const breathe = createBreather();
  for (const { document_digest, attempts, due_at } of queue) {
    const queued = documents.get(document_digest);
    if (queued) {
      await breathe();
      const later = others.get(document_digest) ?? [];
      batch.push({
        queued,
        since: readInstant(due_at),
        attempts,
        ...normaliseDeliveries(
          queued,
          later,
          altered.has(document_digest) ? () => ALTERED : normalise,
          lateAfter,
        ),
      });
    }
  }
  return batch;
}

/** Documents at hand, and those whose bytes no longer are what came. */
type Bodies = {
  documents: ReadonlyMap<Digest, QueuedDocument>;
  altered: ReadonlySet<Digest>;
};

/**
 * Of so many documents as many as have no more bytes than a batch may; those
 * at hand before those that must be read.
 */
async function bodiesOf(
  transaction: Knex.Transaction,
  justReceived: JustReceived,
  digests: readonly Digest[],
): Promise<Bodies> {
  const documents = new Map<Digest, QueuedDocument>();
  let bytes = 0;
  for (const digest of digests) {
    const atHand = justReceived.take(digest);
    if (atHand) {
      documents.set(digest, atHand);
      bytes += atHand.document.size;
    }
  }
  const unread = digests.filter(digest => !documents.has(digest));
  const altered = new Set<Digest>();
  if (unread.length === 0) {
    return { documents, altered };
  }
  const sizes: { digest: Digest; size: number }[] = await transaction(
    'document',
  )
    .whereIn('digest', unread)
    .select('digest', 'size');
  const sizeOf = new Map(sizes.map(({ digest, size }) => [digest, size]));
  const taken = unread.filter(digest => {
    bytes += sizeOf.get(digest) ?? 0;
    // The oldest in any case, so that it doesn't wait for ever.
    return digest === digests[0] || bytes <= MAX_BYTES;
  });
  const rows: DocumentRow[] = await transaction('document').whereIn(
    'digest',
    taken,
  );
  rows.forEach(row => {
    documents.set(row.digest, documentFromRow(row));
    if (!isUnaltered(row.digest, row.body)) {
      altered.add(row.digest);
    }
  });
  return { documents, altered };
}

/**
 * Later deliveries of the same bytes with other headers, or from somebody who
 * proves something else, by document; and all that came with a scope, as the
 * same delivery may come without one, too.
 */
async function laterDeliveries(
  transaction: Knex.Transaction,
  digests: readonly Digest[],
): Promise<ReadonlyMap<Digest, LaterDelivery[]>> {
  const rows: {
    document_digest: Digest;
    source_id: string;
    delivery_id: string;
    headers: string | null;
    verification: Verification | null;
    proof: DeliveryProof | null;
    received_at: StoredInstant;
  }[] = await transaction('delivery')
    .whereIn('document_digest', digests)
    .where(either =>
      either
        .whereNotNull('headers')
        .orWhereNotNull('verification')
        .orWhere('delivery_id', 'like', `${SCOPED_ID}%`),
    )
    .orderBy(['received_at', 'delivery_id'])
    .select(
      'document_digest',
      'source_id',
      'delivery_id',
      'headers',
      'verification',
      'proof',
      'received_at',
    );
  const found = new Map<Digest, LaterDelivery[]>();
  for (const row of rows) {
    const known = found.get(row.document_digest) ?? [];
    const delivery: LaterDelivery = {
      sourceId: row.source_id,
      toldId: toldId(row.delivery_id),
      receivedAt: readInstant(row.received_at),
      ...(row.headers !== null && { headers: JSON.parse(row.headers) }),
      ...(row.verification && { verification: row.verification }),
      ...(row.proof && { proof: row.proof }),
    };
    found.set(row.document_digest, [...known, delivery]);
  }
  return found;
}
