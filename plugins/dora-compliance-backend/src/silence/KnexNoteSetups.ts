import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { markDueBySources } from '../assess/KnexMarkDue';
import { readInstant, type StoredInstant } from '../database/columns';
import { rowFromGap } from './gapRow';

/** Which installed sources are on and which are off. */
export type Setups = {
  on: readonly string[];
  off: readonly string[];
};

const lasting = { cause: 'source-off', to_at: null };

/**
 * Opens a gap for each source that is off and told of something before, from
 * when a replica was there last; closes those of sources that are on again.
 */
export async function noteSetups(
  transaction: Knex.Transaction,
  { on, off }: Setups,
  now: Instant,
): Promise<void> {
  const ended: string[] = await transaction('source_gap')
    .where(lasting)
    .whereIn('source_id', on)
    .distinct()
    .pluck('source_id');
  await transaction('source_gap')
    .where(lasting)
    .whereIn('source_id', ended)
    .update({ to_at: now });
  const begun = await newlyOff(transaction, off);
  if (begun.length > 0) {
    const from = (await lastBeat(transaction)) ?? now;
    await transaction('source_gap').insert(
      begun.map(sourceId =>
        rowFromGap({ sourceId, from, cause: 'source-off' }),
      ),
    );
  }
  await markDueBySources(transaction, [...ended, ...begun], now);
}

/** Sources that told of something before and are not known to be off. */
async function newlyOff(
  transaction: Knex.Transaction,
  off: readonly string[],
): Promise<string[]> {
  return transaction('source_subject')
    .whereIn('source_id', off)
    .whereNotExists(
      transaction('source_gap')
        .where(lasting)
        .whereRaw('source_gap.source_id = source_subject.source_id'),
    )
    .distinct()
    .orderBy('source_id')
    .pluck('source_id');
}

async function lastBeat(
  transaction: Knex.Transaction,
): Promise<Instant | undefined> {
  const [row] = await transaction('receiver_beat').max<
    { at: StoredInstant | null }[]
  >({ at: 'at' });
  return row?.at ? readInstant(row.at) : undefined;
}
