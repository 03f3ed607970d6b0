import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { isSqlite } from '../../kernel/database/isSqlite';
import { readNumber, type StoredNumber } from '../../kernel/database/columns';
import type { Claim, ReadDocument } from '../ClaimedDocument';
import { releaseClaim } from '../normalise/KnexClaimDocuments';
import { keepDocuments } from './KnexKeepDocuments';

/** The outcome of a document. */
type CompletedDocument = {
  sourceId: string;
  /** Absent if the document is retried. */
  state: string | undefined;
  /** Seconds since it was due. */
  wait: number;
};

/**
 * Stores what was read from the documents of a claim, and releases the others.
 * Documents that no longer belong to the claim are left to their new owner.
 */
export async function completeClaim(
  transaction: Knex.Transaction,
  { ticket }: Claim,
  read: readonly ReadDocument[],
  now: Instant,
): Promise<CompletedDocument[]> {
  const own = await lockOwn(transaction, ticket);
  const batch = read.filter(({ number }) => own.has(number));
  const states =
    batch.length > 0 ? await keepDocuments({ transaction, now }, batch) : [];
  await releaseClaim(transaction, { ticket });
  return batch.map(({ queued, since }, index) => ({
    sourceId: queued.document.sourceId,
    state: states[index],
    wait: (Date.parse(now) - Date.parse(since)) / 1000,
  }));
}

/** The documents that still belong to the claim, locked in a fixed order. */
async function lockOwn(
  transaction: Knex.Transaction,
  ticket: string,
): Promise<ReadonlySet<number>> {
  const query = transaction('document_queue')
    .where('ticket', ticket)
    .orderBy('document_number')
    .select('document_number');
  const rows: { document_number: StoredNumber }[] = await (isSqlite(transaction)
    ? query
    : query.forUpdate());
  return new Set(rows.map(row => readNumber(row.document_number)));
}
