import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { lockRows } from './lockRows';

/** A row of a queue with long work: it is leased, not locked. */
type QueuedRow = { id: string; started_at: unknown };

/**
 * Takes the row that is due first from a queue table with `next_at`,
 * `started_at` and `state`. It belongs to the caller until the lease expires.
 *
 * @param resting - ids of sources that are rate-limited now
 */
export function takeDueRow<TRow extends QueuedRow>(
  knex: Knex,
  table: string,
  options: { now: Instant; leaseEnd: Instant; resting: readonly string[] },
): Promise<TRow | undefined> {
  const { now, leaseEnd, resting } = options;
  return knex.transaction(async transaction => {
    const [row]: TRow[] = await lockRows(
      transaction,
      transaction(table)
        .where('next_at', '<=', now)
        .whereNotIn('source_id', resting)
        .orderBy(['next_at', 'id'])
        .limit(1),
    );
    if (row) {
      await transaction(table)
        .where('id', row.id)
        .update({
          state: 'running',
          next_at: leaseEnd,
          started_at: row.started_at ?? now,
        });
    }
    return row;
  });
}
