import { randomUUID } from 'node:crypto';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readInstant, readNumber } from '../../kernel/database/columns';
import { lockRows } from '../../kernel/database/lockRows';
import { shiftInstant as addMilliseconds } from '../../kernel/worker/shiftInstant';
import {
  type Claim,
  CLAIM_SECONDS,
  type ClaimedDocument,
} from '../ClaimedDocument';
import { readLaterDeliveries } from './KnexLaterDeliveries';
import {
  type QueueRow,
  readQueuedBodies,
  type StoredBodies,
} from './KnexQueuedBodies';

/**
 * Claims due documents, the longest waiting first, and reads them. The locks on
 * the queue end before the bytes are read.
 */
export async function claimDocuments(
  knex: Knex,
  bodies: StoredBodies,
  { limit, now }: { limit: number; now: Instant },
): Promise<Claim> {
  const ticket = randomUUID();
  const queue = await claimRows(knex, { ticket, limit, now });
  try {
    return { ticket, documents: await readDocuments(knex, bodies, queue) };
  } catch (error) {
    await releaseClaim(knex, { ticket }).catch(() => undefined);
    throw error;
  }
}

async function readDocuments(
  knex: Knex,
  bodies: StoredBodies,
  queue: readonly QueueRow[],
): Promise<ClaimedDocument[]> {
  const { documents, altered } = await readQueuedBodies(knex, bodies, queue);
  const later = await readLaterDeliveries(knex, [...documents.keys()]);
  return queue.flatMap(({ document_number, attempts, due_at }) => {
    const number = readNumber(document_number);
    const queued = documents.get(number);
    return queued
      ? [
          {
            number,
            queued,
            later: later.get(number) ?? [],
            isAltered: altered.has(number),
            since: readInstant(due_at),
            attempts,
          },
        ]
      : [];
  });
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
        .update({
          ticket,
          claimed_until: addMilliseconds(now, CLAIM_SECONDS * 1000),
        });
    }
    return rows;
  });
}

/** Columns of a document that nobody has claimed. */
export const UNCLAIMED = { ticket: null, claimed_until: null };

/** Releases the rest of a claim. */
export async function releaseClaim(
  knex: Knex,
  { ticket }: Pick<Claim, 'ticket'>,
): Promise<void> {
  await knex('document_queue').where('ticket', ticket).update(UNCLAIMED);
}
