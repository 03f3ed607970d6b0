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
import { CLAIM_SECONDS, type ClaimedPair, type PairClaim } from './ClaimedPair';

/** Columns of a pair that nobody has claimed. */
export const UNCLAIMED = {
  ticket: null,
  claimed_until: null,
  marked_at: null,
};

type PairRow = { entity_ref: string; control_id: string };

/**
 * Claims due pairs, the longest waiting first, and reads their assets. The
 * locks on the queue end before anything is read.
 */
export async function claimPairs(
  knex: Knex,
  options: { limit: number; now: Instant; codes?: readonly Digest[] },
): Promise<PairClaim> {
  const ticket = randomUUID();
  const rows = await claimRows(knex, { ticket, ...options });
  try {
    return { ticket, pairs: await readPairs(knex, rows) };
  } catch (error) {
    await releasePairs(knex, { ticket }).catch(() => undefined);
    throw error;
  }
}

/** Releases the rest of a claim. */
export async function releasePairs(
  knex: Knex,
  { ticket }: Pick<PairClaim, 'ticket'>,
): Promise<void> {
  await knex.transaction(async transaction => {
    await lockInOrder(transaction, query => query.where('ticket', ticket));
    await transaction('assessment_queue')
      .where('ticket', ticket)
      .update(UNCLAIMED);
  });
}

function claimRows(
  knex: Knex,
  {
    ticket,
    limit,
    now,
    codes,
  }: {
    ticket: string;
    limit: number;
    now: Instant;
    codes?: readonly Digest[];
  },
): Promise<PairRow[]> {
  return knex.transaction(async transaction => {
    const rows: PairRow[] = await lockRows(
      transaction,
      transaction('assessment_queue')
        .where('due_at', '<=', now)
        .where(free =>
          free.whereNull('claimed_until').orWhere('claimed_until', '<=', now),
        )
        .where(own => {
          if (codes) {
            // Replicas with other code leave these to those that have it.
            own.whereIn(
              'control_id',
              transaction('control').whereIn('code_digest', codes).select('id'),
            );
          }
        })
        .orderBy(['due_at', 'entity_ref', 'control_id'])
        .limit(limit)
        .select('entity_ref', 'control_id'),
    );
    if (rows.length > 0) {
      await transaction('assessment_queue')
        .whereIn(
          ['entity_ref', 'control_id'],
          rows.map(row => [row.entity_ref, row.control_id]),
        )
        .update({
          ...UNCLAIMED,
          ticket,
          claimed_until: shiftInstant(now, CLAIM_SECONDS * 1000),
        });
    }
    return rows;
  });
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
  return pairs.map(({ entity_ref: entityRef, control_id: controlId }) => ({
    entityRef,
    controlId,
    ...assets.get(entityRef),
  }));
}

function readRecord(record: string): Pick<ClaimedPair, 'asset' | 'problem'> {
  try {
    return { asset: JSON.parse(record) as IctAsset };
  } catch (problem) {
    return { problem };
  }
}
