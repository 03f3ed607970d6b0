import type {
  Digest,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readNumber, type StoredNumber } from '../../kernel/database/columns';
import { requireDictionaries } from '../bodies/KnexRequireDictionaries';
import {
  type deliveryRow,
  type EncodedDocument,
  rowFromDocument,
} from '../documentRow';
import { deliveryAfter, findFirst } from './KnexFirstDeliveries';
import { provesMore } from './provesMore';

/**
 * Stores documents and queues the new ones. A delivery that is already stored
 * changes nothing. If bytes arrive again with other headers, or at another
 * source, they are stored once, and read again with the headers of each
 * delivery: these may report something that happened again, or name another
 * event. If a sender with a higher verification level delivers the same bytes,
 * the document gets that level and is read again. Returns the new documents by
 * number.
 *
 * @throws DictionaryLost when the database lacks the dictionary of a body
 */
export async function receiveDocuments(
  transaction: Knex.Transaction,
  received: readonly EncodedDocument[],
): Promise<Map<number, EncodedDocument>> {
  // In a fixed order, so that two transactions can't deadlock.
  const fresh = (await withoutRedeliveries(transaction, received)).sort(
    (a, b) =>
      compare(a.document.digest, b.document.digest) ||
      Number(provesMore(b.document, a.document)) -
        Number(provesMore(a.document, b.document)),
  );
  if (fresh.length === 0) {
    return new Map();
  }
  await requireDictionaries(transaction, fresh);
  const added: { digest: Digest; number: StoredNumber }[] = await transaction(
    'document',
  )
    .insert(fresh.map(rowFromDocument))
    .onConflict('digest')
    .ignore()
    .returning(['digest', 'number']);
  const newNumbers = new Map(
    added.map(({ digest, number }) => [digest, readNumber(number)]),
  );
  const first = await findFirst(transaction, fresh, newNumbers);
  const deliveries = fresh.flatMap(one =>
    deliveryAfter(one, first.get(one.document.digest)!),
  );
  const again = await keepDeliveries(transaction, deliveries);
  const queue = new Map<number, { document_number: number; due_at: Instant }>();
  for (const { document } of fresh) {
    const { number } = first.get(document.digest)!;
    if (newNumbers.has(document.digest) || again.has(number)) {
      const due_at = document.receivedAt;
      queue.set(number, { document_number: number, due_at });
    }
  }
  if (queue.size > 0) {
    await transaction('document_queue')
      .insert([...queue.values()])
      .onConflict('document_number')
      // Ends a claim: its worker did not read these headers.
      .merge(['due_at', 'ticket', 'claimed_until']);
  }
  // Of equal bytes, the first were stored.
  const isFirst = new Map<number, EncodedDocument>();
  for (const one of fresh) {
    const number = newNumbers.get(one.document.digest);
    if (number !== undefined && !isFirst.has(number)) {
      isFirst.set(number, one);
    }
  }
  return isFirst;
}

type DeliveryRow = ReturnType<typeof deliveryRow>[number];

type StoredDeliveryRow = Omit<DeliveryRow, 'document_number'> & {
  document_number: StoredNumber;
};

/**
 * Stores deliveries, and returns the documents about which one says something
 * new: a delivery that was received before, under the same id, does not.
 */
async function keepDeliveries(
  transaction: Knex.Transaction,
  deliveries: DeliveryRow[],
): Promise<Set<number>> {
  if (deliveries.length === 0) {
    return new Set();
  }
  const added: StoredDeliveryRow[] = await transaction('delivery')
    .insert(deliveries.sort((a, b) => compare(a.delivery_id, b.delivery_id)))
    .onConflict(['source_id', 'delivery_id'])
    .ignore()
    .returning(['document_number', 'headers', 'verification']);
  return new Set(
    added
      .filter(row => row.headers !== null || row.verification !== null)
      .map(({ document_number }) => readNumber(document_number)),
  );
}

/** The first of each delivery, unless it was received before. */
async function withoutRedeliveries(
  transaction: Knex.Transaction,
  received: readonly EncodedDocument[],
): Promise<EncodedDocument[]> {
  const ids = received.flatMap(({ deliveryId }) => deliveryId ?? []);
  const known: { source_id: string; delivery_id: string }[] =
    ids.length === 0
      ? []
      : await transaction('delivery')
          .whereIn('delivery_id', ids)
          .select('source_id', 'delivery_id');
  const seen = new Set(known.map(row => toKey(row.source_id, row.delivery_id)));
  return received.filter(({ document, deliveryId }) => {
    const key = deliveryId && toKey(document.sourceId, deliveryId);
    const isFresh = !key || !seen.has(key);
    if (key) {
      seen.add(key);
    }
    return isFresh;
  });
}

function toKey(sourceId: string, deliveryId: string): string {
  return JSON.stringify([sourceId, deliveryId]);
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
