import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';

/** Queues a reading of the delivery log of a source, due at once. */
export async function queueLogRead(
  transaction: Knex.Transaction,
  { sourceId, since }: { sourceId: string; since: Instant },
  now: Instant,
): Promise<void> {
  await transaction('delivery_log_read').insert({
    id: randomUUID(),
    source_id: sourceId,
    since,
    state: 'waiting',
    next_at: now,
    requested_at: now,
  });
}
