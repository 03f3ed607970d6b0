import {
  type DeliveryProof,
  type Digest,
  type Instant,
  isProven,
  type SourceDocument,
  type Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readNumber, type StoredNumber } from '../database/columns';
import { readProof } from '../database/readProof';
import { scopeIn } from './deliveryScope';
import type { ReceivedDocument } from './DocumentStore';
import {
  deliveryRow,
  type DocumentRow,
  type EncodedDocument,
  rowFromDocument,
} from './documentRow';
import { provesMore } from './provesMore';
import type { Proven } from './receiveDelivery';

/**
 * The most header sets of the same bytes that are kept of senders of one level
 * and scope when their proof does not cover headers: whoever sends captured
 * bytes again can make up any, and takes the place of no other sender.
 */
const MAX_UNPROVEN_HEADERS = 8;

/**
 * Keeps documents and queues those that are new. A delivery that was there
 * already changes nothing. The bytes of another document with other headers,
 * or to another source, are kept once, and read again with the headers of each
 * delivery: they may tell of something that happened again, or under the name
 * of another event.
 * The same bytes from somebody who proved more are held at that level, and
 * read again. Answers the documents that are new, by number.
 */
export async function receiveDocuments(
  transaction: Knex.Transaction,
  received: readonly EncodedDocument[],
): Promise<Map<number, ReceivedDocument>> {
  // In one order, so that two transactions can't wait for each other.
  const fresh = (await withoutRedeliveries(transaction, received)).sort(
    (a, b) =>
      compare(a.document.digest, b.document.digest) ||
      Number(provesMore(b.document, a.document)) -
        Number(provesMore(a.document, b.document)),
  );
  if (fresh.length === 0) {
    return new Map();
  }
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
  const first = await firstOf(transaction, fresh, newNumbers);
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
      // Waits for whoever works on them: they have read the headers already.
      .merge(['due_at']);
  }
  // Of equal bytes the first were kept.
  const isFirst = new Map<number, ReceivedDocument>();
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
 * Keeps deliveries, and answers of which documents one tells something new:
 * what came before, under the same id, does not.
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

/** The first of each delivery, unless it came before. */
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
  const seen = new Set(known.map(row => keyOf(row.source_id, row.delivery_id)));
  return received.filter(({ document, deliveryId }) => {
    const key = deliveryId && keyOf(document.sourceId, deliveryId);
    const isFresh = !key || !seen.has(key);
    if (key) {
      seen.add(key);
    }
    return isFresh;
  });
}

function keyOf(sourceId: string, deliveryId: string): string {
  return JSON.stringify([sourceId, deliveryId]);
}

/** A delivery, and in what it differs from the first one of its bytes. */
function deliveryAfter(one: ReceivedDocument, first: First) {
  const { document } = one;
  const headers = JSON.stringify(one.headers);
  const { verification } = document;
  if (headers === first.headers && document.sourceId === first.source_id) {
    return deliveryRow(
      one,
      first.number,
      provesMore(document, first) ? { verification } : {},
    );
  }
  if (!mayDiffer(one, headers, first)) {
    return deliveryRow(one, first.number);
  }
  return deliveryRow(one, first.number, {
    headers,
    ...(verification !== first.verification && { verification }),
  });
}

/**
 * Whether a delivery may bring headers of its own to bytes that are known.
 * Headers that nothing proves are kept once, and few of them.
 */
function mayDiffer(
  { document, headers: told }: ReceivedDocument,
  headers: string,
  { unproven }: First,
): boolean {
  if (isProven('deliveryId', document.proof)) {
    return true;
  }
  const sets = setsOf(unproven, senderOf(document, told));
  if (sets.has(headers) || sets.size >= MAX_UNPROVEN_HEADERS) {
    return false;
  }
  sets.add(headers);
  return true;
}

/** Senders of one source, level and scope are not told apart. */
function senderOf(
  { sourceId, verification }: Pick<SourceDocument, 'sourceId' | 'verification'>,
  headers: ReceivedDocument['headers'],
): string {
  return JSON.stringify([sourceId, verification, scopeIn(headers)]);
}

function setsOf(unproven: Unproven, sender: string): Set<string> {
  const sets = unproven.get(sender) ?? new Set();
  unproven.set(sender, sets);
  return sets;
}

/** Later headers that are kept although no proof covers them, by sender. */
type Unproven = Map<string, Set<string>>;

/** How a document was first kept. */
type First = Proven & {
  number: number;
  source_id: string;
  headers: string;
  unproven: Unproven;
};

type FirstRow = Pick<
  DocumentRow,
  'digest' | 'source_id' | 'headers' | 'verification' | 'proof'
> & { number: StoredNumber };

/** How documents were first kept, by digest. */
async function firstOf(
  transaction: Knex.Transaction,
  received: readonly ReceivedDocument[],
  newNumbers: ReadonlyMap<Digest, number>,
): Promise<ReadonlyMap<Digest, First>> {
  const first = new Map<Digest, First>();
  for (const { document, headers } of received) {
    const { digest, sourceId, verification, proof } = document;
    const number = newNumbers.get(digest);
    if (number !== undefined && !first.has(digest)) {
      first.set(digest, {
        number,
        source_id: sourceId,
        headers: JSON.stringify(headers),
        verification,
        proof,
        unproven: new Map(),
      });
    }
  }
  const known = received
    .map(({ document }) => document.digest)
    .filter(digest => !newNumbers.has(digest));
  if (known.length === 0) {
    return first;
  }
  const rows: FirstRow[] = await transaction('document')
    .whereIn('digest', known)
    .select(
      'digest',
      'number',
      'source_id',
      'headers',
      'verification',
      'proof',
    );
  const byNumber = new Map<number, First>();
  for (const { digest, ...row } of rows) {
    const number = readNumber(row.number);
    const proof = readProof(row);
    const one = { ...row, number, proof, unproven: new Map() };
    first.set(digest, one);
    byNumber.set(number, one);
  }
  await noteUnproven(transaction, byNumber);
  return first;
}

async function noteUnproven(
  transaction: Knex.Transaction,
  first: ReadonlyMap<number, First>,
) {
  const rows: {
    document_number: StoredNumber;
    source_id: string;
    headers: string;
    verification: Verification | null;
    proof: DeliveryProof | null;
  }[] = await transaction('delivery')
    .whereIn('document_number', [...first.keys()])
    .whereNotNull('headers')
    .select('document_number', 'source_id', 'headers', 'verification', 'proof');
  for (const row of rows) {
    const one = first.get(readNumber(row.document_number));
    if (one && row.proof && !isProven('deliveryId', row.proof)) {
      const verification = row.verification ?? one.verification;
      const { source_id: sourceId, headers } = row;
      const sender = senderOf({ sourceId, verification }, JSON.parse(headers));
      setsOf(one.unproven, sender).add(headers);
    }
  }
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
