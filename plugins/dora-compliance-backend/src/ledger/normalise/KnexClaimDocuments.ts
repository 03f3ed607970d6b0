import { randomUUID } from 'node:crypto';
import type {
  DeliveryProof,
  Instant,
  Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import {
  readInstant,
  readNumber,
  type StoredInstant,
  type StoredNumber,
} from '../../kernel/database/columns';
import { lockRows } from '../../kernel/database/lockRows';
import { later } from '../../kernel/worker/later';
import type { QueuedDocument } from '../ReceivedDocument';
import type { KnexDictionaries } from '../bodies/KnexDictionaries';
import { documentFromRow, type NumberedRow } from '../documentRow';
import { isUnaltered } from '../isUnaltered';
import { SCOPED_ID, toldId } from '../receive/deliveryScope';
import type { ReceivedDocumentCache } from '../ReceivedDocumentCache';
import {
  type Claim,
  CLAIM_SECONDS,
  type LaterDelivery,
} from '../ClaimedDocument';

/** Documents worked on together have no more bytes than this. */
const MAX_BYTES = 16 * 1024 * 1024;

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

/**
 * Claims due documents, the longest waiting ones first, and reads what came.
 * The locks on the queue end before the bytes are read.
 */
export async function claimDocuments(
  knex: Knex,
  bodies: KeptBodies,
  { limit, now }: { limit: number; now: Instant },
): Promise<Claim> {
  const ticket = randomUUID();
  const queue = await claimRows(knex, { ticket, limit, now });
  const { documents, altered } = await bodiesOf(knex, bodies, queue);
  const others = await laterDeliveries(knex, [...documents.keys()]);
  const claimed = queue.flatMap(({ document_number, attempts, due_at }) => {
    const number = readNumber(document_number);
    const queued = documents.get(number);
    return queued
      ? [
          {
            number,
            queued,
            later: others.get(number) ?? [],
            isAltered: altered.has(number),
            since: readInstant(due_at),
            attempts,
          },
        ]
      : [];
  });
  return { ticket, documents: claimed };
}

function claimRows(
  knex: Knex,
  { ticket, limit, now }: { ticket: string; limit: number; now: Instant },
): Promise<QueueRow[]> {
  return knex.transaction(async transaction => {
    const rows: QueueRow[] = await lockRows(
      transaction,
      transaction('document_queue')
        .where('due_at', '<=', now)
        .where(free =>
          free.whereNull('claimed_until').orWhere('claimed_until', '<=', now),
        )
        .orderBy(['due_at', 'document_number'])
        .limit(limit)
        .select('document_number', 'attempts', 'due_at'),
    );
    if (rows.length > 0) {
      await transaction('document_queue')
        .whereIn(
          'document_number',
          rows.map(row => row.document_number),
        )
        .update({ ticket, claimed_until: later(now, CLAIM_SECONDS * 1000) });
    }
    return rows;
  });
}

/** Columns of a document that nobody has claimed. */
export const UNCLAIMED = { ticket: null, claimed_until: null };

/** Gives back what is left of a claim. */
export async function releaseClaim(
  knex: Knex,
  { ticket }: Pick<Claim, 'ticket'>,
): Promise<void> {
  await knex('document_queue').where('ticket', ticket).update(UNCLAIMED);
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
  knex: Knex,
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
  const sizes: { number: StoredNumber; size: number }[] = await knex('document')
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
  const rows: NumberedRow[] = await knex('document').whereIn('number', taken);
  const shared = await dictionaries.read(
    rows.flatMap(({ dictionary }) => dictionary ?? []),
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
  knex: Knex,
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
  }[] = await knex('delivery')
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
