import {
  errorCodes,
  type ErrorCode,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { markDueBySources } from '../../due/KnexMarkDue';
import { later } from '../../kernel/worker/later';
import { type GapRow, rowFromGap } from './gapRow';

/** Deliveries of a source that were lost, as its sender was proven. */
export type LostDeliveries = {
  sourceId: string;
  /** When the first and the last of them were refused. */
  from: Instant;
  to: Instant;
  /** Why; of several reasons the first. */
  code: ErrorCode;
};

/**
 * Notes as a gap of its source that deliveries were refused which nobody sends
 * again, and has its targets collected at once. A delivery tells of what
 * happened up to `tolerance` milliseconds before.
 */
export async function noteRefused(
  transaction: Knex.Transaction,
  { sourceId, from, to, code }: LostDeliveries,
  { tolerance, now }: { tolerance: number; now: Instant },
): Promise<void> {
  const begin = later(from, -tolerance);
  const open: GapRow | undefined = await transaction('source_gap')
    .where({ source_id: sourceId, cause: 'deliveries-refused' })
    .whereNull('made_good_at')
    .where('from_at', '<=', to)
    .where('to_at', '>=', begin)
    .orderBy('from_at', 'desc')
    .first();
  if (open) {
    await transaction('source_gap')
      .where('id', open.id)
      .where('to_at', '<', to)
      .update({ to_at: to });
  } else {
    const detail = errorCodes[code].meaning;
    const cause = 'deliveries-refused';
    await transaction('source_gap')
      .insert(rowFromGap({ sourceId, from: begin, to, cause, detail }))
      .onConflict(['source_id', 'target_key', 'cause', 'from_at'])
      .ignore();
  }
  await transaction('collection_target')
    .where('source_id', sourceId)
    .where('due_at', '>', now)
    .update({ due_at: now });
  await markDueBySources(transaction, [sourceId], now);
}
