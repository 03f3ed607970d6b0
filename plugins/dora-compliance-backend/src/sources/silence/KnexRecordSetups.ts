import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { markDueBySources } from '../../due/KnexMarkDue';
import { catalogSource, peopleSource } from '../../register/ownSources';
import { rowFromGap } from './gapRow';
import { lastReception, recordReception } from './KnexReception';

const lasting = { cause: 'source-off', to_at: null };

/** Actions of people in Backstage are stored whatever is configured. */
const OWN = [catalogSource.id, peopleSource.id];

/**
 * Opens a gap for each source that pushed before and no longer delivers here,
 * from the time at which a replica last received from it. Closes the open gaps
 * of sources that deliver again.
 */
export async function recordSetups(
  transaction: Knex.Transaction,
  { receiving }: { receiving: readonly string[] },
  now: Instant,
): Promise<void> {
  const ended: string[] = await transaction('source_gap')
    .where(lasting)
    .whereIn('source_id', receiving)
    .distinct()
    .pluck('source_id');
  await transaction('source_gap')
    .where(lasting)
    .whereIn('source_id', ended)
    .update({ to_at: now });
  // The time until now is a known gap; the next heartbeat opens no other.
  await recordReception(transaction, ended, now);
  const begun = await findNewlySilent(transaction, receiving);
  if (begun.length > 0) {
    const last = await lastReception(transaction, begun);
    await transaction('source_gap')
      .insert(
        begun.map(sourceId =>
          rowFromGap({
            sourceId,
            from: last.get(sourceId) ?? now,
            cause: 'source-off',
          }),
        ),
      )
      // Two replicas that start together find the same gap.
      .onConflict(['source_id', 'target_key', 'cause', 'from_at'])
      .ignore();
  }
  await markDueBySources(transaction, [...ended, ...begun], now);
}

/** Sources that pushed before and are not known yet to be off. */
async function findNewlySilent(
  transaction: Knex.Transaction,
  receiving: readonly string[],
): Promise<string[]> {
  return transaction('source_subject')
    .whereNotIn('source_id', [...receiving, ...OWN])
    .whereExists(
      transaction('document')
        .whereRaw('document.source_id = source_subject.source_id')
        // A source that was only ever polled is not missed.
        .whereIn('document.origin', ['pushed', 'fetched']),
    )
    .whereNotExists(
      transaction('source_gap')
        .where(lasting)
        .whereRaw('source_gap.source_id = source_subject.source_id'),
    )
    .distinct()
    .orderBy('source_id')
    .pluck('source_id');
}
