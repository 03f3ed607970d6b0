import type { Knex } from 'knex';
import {
  readInstant,
  readNumber,
  type StoredInstant,
  type StoredNumber,
} from '../../kernel/database/columns';
import type { KnexDictionaries } from '../bodies/KnexDictionaries';
import { documentFromRow, type NumberedRow } from '../documentRow';
import { isUnaltered } from '../isUnaltered';
import type { QueuedDocument } from '../ReceivedDocument';
import type { ReceivedDocumentCache } from '../ReceivedDocumentCache';

/** Documents of one claim have at most this many bytes. */
const MAX_BYTES = 16 * 1024 * 1024;

/** Where bodies are stored, and the dictionaries they were compressed with. */
export type StoredBodies = {
  receivedCache: ReceivedDocumentCache;
  dictionaries: KnexDictionaries;
};

/** A document in the queue. */
export type QueueRow = {
  document_number: StoredNumber;
  attempts: number;
  due_at: StoredInstant;
};

/** Documents with their bytes, and documents whose bytes were changed. */
type Bodies = {
  documents: ReadonlyMap<number, QueuedDocument>;
  altered: ReadonlySet<number>;
};

/**
 * A restored backup, or a standby that takes over, may issue the number of a
 * lost document again. A new document is due when it was received.
 */
function isOfRow({ document }: QueuedDocument, { due_at }: QueueRow): boolean {
  return document.receivedAt === readInstant(due_at);
}

/**
 * Reads the documents of a claim, cached ones first, as long as they fit into
 * memory.
 */
export async function readQueuedBodies(
  knex: Knex,
  { receivedCache, dictionaries }: StoredBodies,
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
  const sizeByNumber = new Map(
    sizes.map(({ number, size }) => [readNumber(number), size]),
  );
  const taken = unread.filter(number => {
    bytes += sizeByNumber.get(number) ?? 0;
    // The oldest is always included, so that it does not wait forever.
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
