import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readInstant, type StoredInstant } from '../../kernel/database/columns';

/**
 * Until when replicas received from each source. A source that is new may have
 * been received from for as long as any replica was running.
 */
export async function lastReception(
  transaction: Knex.Transaction,
  sourceIds: readonly string[],
): Promise<Map<string, Instant>> {
  const rows: { source_id: string; at: StoredInstant }[] = await transaction(
    'source_reception',
  )
    .whereIn('source_id', sourceIds)
    .select('source_id', 'at');
  const own = new Map(rows.map(row => [row.source_id, readInstant(row.at)]));
  const [beat] = await transaction('receiver_beat').max<
    { at: StoredInstant | null }[]
  >({ at: 'at' });
  const any = beat?.at ? readInstant(beat.at) : undefined;
  return new Map(
    sourceIds.flatMap(id => {
      const at = own.get(id) ?? any;
      return at ? [[id, at] as const] : [];
    }),
  );
}

/** Records that a replica receives from some sources now. */
export async function recordReception(
  transaction: Knex.Transaction,
  sourceIds: readonly string[],
  now: Instant,
): Promise<void> {
  if (sourceIds.length > 0) {
    await transaction('source_reception')
      // In a fixed order, as other replicas do the same.
      .insert([...sourceIds].sort().map(id => ({ source_id: id, at: now })))
      .onConflict('source_id')
      .merge()
      .where('source_reception.at', '<', now);
  }
}
