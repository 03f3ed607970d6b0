import { randomUUID } from 'node:crypto';
import type {
  Criticality,
  Digest,
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { lockInOrder } from '../due/KnexLockInOrder';
import { lockRows } from '../kernel/database/lockRows';
import { shiftInstant } from '../kernel/worker/shiftInstant';
import {
  CLAIM_SECONDS,
  type ClaimedPair,
  type ClaimedPairs,
  type PairClaim,
} from './ClaimedPair';
import { whereFrom } from './KnexWhereFrom';
import { wherePairs } from './KnexWherePairs';
import type { QueueKey } from './QueueStart';

/** Columns of a pair that nobody has claimed. */
export const UNCLAIMED = {
  ticket: null,
  claimed_until: null,
  marked_at: null,
};

type PairRow = { entity_ref: string; control_id: string };

type ClaimOptions = {
  limit: number;
  now: Instant;
  codes?: readonly Digest[];
  /** Pairs before this one are left out; none by default. */
  start?: QueueKey;
};

/**
 * Claims due pairs, the longest waiting first, and reads their assets. The
 * locks on the queue end before anything is read.
 */
export async function claimPairs(
  knex: Knex,
  options: ClaimOptions,
): Promise<PairClaim> {
  const ticket = randomUUID();
  const rows = await claimRows(knex, { ticket, ...options });
  try {
    return { ticket, pairs: await readPairs(knex, rows) };
  } catch (error) {
    const pairs = rows.map(toPair);
    await releasePairs(knex, { ticket, pairs }).catch(() => undefined);
    throw error;
  }
}

/** Releases the rest of a claim. */
export async function releasePairs(
  knex: Knex,
  claim: ClaimedPairs,
): Promise<void> {
  await knex.transaction(async transaction => {
    await lockInOrder(transaction, queue =>
      whereClaimed(queue, transaction, claim),
    );
    await whereClaimed(
      transaction('assessment_queue'),
      transaction,
      claim,
    ).update(UNCLAIMED);
  });
}

/**
 * Narrows a query to the pairs that still belong to a claim. They are found by their
 * key: an index of tickets would have to be written for each pair of each claim.
 */
export function whereClaimed(
  queue: Knex.QueryBuilder,
  knex: Knex,
  { ticket, pairs }: ClaimedPairs,
): Knex.QueryBuilder {
  return wherePairs(queue.where('ticket', ticket), knex, pairs);
}

/** One statement, and so a transaction of its own. */
async function claimRows(
  knex: Knex,
  { ticket, limit, now, codes, start }: ClaimOptions & { ticket: string },
): Promise<PairRow[]> {
  const free = lockRows(
    knex,
    whereFrom(knex('assessment_queue'), start)
      .where('due_at', '<=', now)
      .where(any =>
        any.whereNull('claimed_until').orWhere('claimed_until', '<=', now),
      )
      .where(own => {
        if (codes) {
          // Replicas with other code leave these to those that have it.
          own.whereIn(
            'control_id',
            knex('control').whereIn('code_digest', codes).select('id'),
          );
        }
      })
      .orderBy(['due_at', 'entity_ref', 'control_id'])
      .limit(limit)
      .select('entity_ref', 'control_id'),
  );
  // Otherwise the database may look for free pairs more than once.
  const result: PairRow[] | { rows: PairRow[] } = await knex.raw(
    `WITH free AS MATERIALIZED ?
     UPDATE assessment_queue
     SET ticket = ?, claimed_until = ?, marked_at = NULL
     FROM free
     WHERE assessment_queue.entity_ref = free.entity_ref
       AND assessment_queue.control_id = free.control_id
     RETURNING assessment_queue.entity_ref, assessment_queue.control_id`,
    [free, ticket, shiftInstant(now, CLAIM_SECONDS * 1000)],
  );
  return Array.isArray(result) ? result : result.rows;
}

async function readPairs(
  knex: Knex,
  pairs: readonly PairRow[],
): Promise<ClaimedPair[]> {
  const rows: {
    entity_ref: string;
    record: string;
    criticality: Criticality | null;
  }[] = await knex('asset')
    .leftJoin('inventory_node', 'inventory_node.entity_ref', 'asset.entity_ref')
    .whereIn('asset.entity_ref', [
      ...new Set(pairs.map(pair => pair.entity_ref)),
    ])
    .select('asset.entity_ref', 'asset.record', 'inventory_node.criticality');
  const assets = new Map(
    rows.map(({ entity_ref: entityRef, record, criticality }) => [
      entityRef,
      { ...readRecord(record), ...(criticality && { criticality }) },
    ]),
  );
  return pairs
    .map(toPair)
    .map(pair => ({ ...pair, ...assets.get(pair.entityRef) }));
}

function toPair({ entity_ref: entityRef, control_id: controlId }: PairRow) {
  return { entityRef, controlId };
}

function readRecord(record: string): Pick<ClaimedPair, 'asset' | 'problem'> {
  try {
    return { asset: JSON.parse(record) as IctAsset };
  } catch (problem) {
    return { problem };
  }
}
