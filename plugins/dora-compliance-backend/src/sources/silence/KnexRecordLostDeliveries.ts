import {
  type ErrorCode,
  type Instant,
  reason,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { markDueBySources } from '../../due/KnexMarkDue';
import { shiftInstant } from '../../kernel/worker/shiftInstant';
import { type GapRow, rowFromGap } from './gapRow';

/** Lost deliveries of a source whose sender was authenticated. */
export type LostDeliveries = {
  sourceId: string;
  /** When the first and the last of them were rejected. */
  from: Instant;
  to: Instant;
  /** The reason; the first one if there are several. */
  code: ErrorCode;
};

/**
 * Records a gap of a source for rejected deliveries that nobody sends again,
 * and makes its targets due for collection. A delivery reports events of up to
 * `tolerance` milliseconds before.
 */
export async function recordLostDeliveries(
  transaction: Knex.Transaction,
  { sourceId, from, to, code }: LostDeliveries,
  { tolerance, now }: { tolerance: number; now: Instant },
): Promise<void> {
  const begin = shiftInstant(from, -tolerance);
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
    const detail = writeReason(reason('refused-with', { error: code }));
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
