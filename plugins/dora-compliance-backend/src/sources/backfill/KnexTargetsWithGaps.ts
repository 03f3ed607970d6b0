import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readInstant, type StoredInstant } from '../../kernel/database/columns';
import { shiftInstant } from '../../kernel/worker/shiftInstant';
import type { BackfillStore } from './BackfillStore';
import type { BackfillRow } from './backfillRow';

/**
 * The shortest interval between automatic backfills of a target: a day, in
 * milliseconds.
 */
const DAY = 24 * 60 * 60_000;

type Found = Pick<BackfillRow, 'source_id' | 'target_key' | 'kind' | 'uri'> & {
  since: Instant;
};

/** The gap began before the time that the next round of the target reads. */
const beforeRounds = `
  (source_gap.from_at < ?
    OR source_gap.from_at <
      COALESCE(collection_target.last_complete_at, collection_target.added_at))`;

const notCovered = `
  NOT EXISTS (
    SELECT 1 FROM collection_coverage
    WHERE collection_coverage.source_id = collection_target.source_id
      AND collection_coverage.target_key = collection_target.target_key
      AND collection_coverage.from_at <= source_gap.from_at
      AND collection_coverage.to_at >= source_gap.to_at)`;

/** It was a target, or a source reported on it, before the gap ended. */
const knownByThen = `
  (collection_target.added_at < source_gap.to_at
    OR EXISTS (
      SELECT 1 FROM subject_activity
      WHERE subject_activity.subject_key = collection_target.target_key
        AND subject_activity.first_observed_at < source_gap.to_at))`;

/** A backfill that is queued, or that need not be repeated. */
const notAskedFor = `
  NOT EXISTS (
    SELECT 1 FROM backfill
    WHERE backfill.source_id = collection_target.source_id
      AND backfill.target_key = collection_target.target_key
      AND backfill.since <= source_gap.from_at
      AND (backfill.next_at IS NOT NULL
        OR backfill.requested_at > ?
        OR collection_target.last_complete_at IS NULL
        OR collection_target.last_complete_at <= backfill.finished_at))`;

/** Targets with gaps that only a backfill closes, and how far back it goes. */
export async function targetsWithGaps(
  transaction: Knex.Transaction,
  options: Parameters<BackfillStore['closeGaps']>[0],
): Promise<Found[]> {
  const { sourceIds, lookBackTo, reach, now } = options;
  const rows: (Omit<Found, 'since'> & { since: StoredInstant })[] =
    await transaction('collection_target')
      .join('source_gap', join =>
        join
          .on('source_gap.source_id', 'collection_target.source_id')
          .andOn(either =>
            either
              .on('source_gap.target_key', 'collection_target.target_key')
              .orOnVal('source_gap.target_key', ''),
          ),
      )
      .whereIn('collection_target.source_id', sourceIds)
      .whereNull('source_gap.made_good_at')
      .where('source_gap.to_at', '>', reach)
      .whereRaw(beforeRounds, [lookBackTo])
      .whereRaw(notCovered)
      .whereRaw(knownByThen)
      .whereRaw(notAskedFor, [shiftInstant(now, -DAY)])
      .groupBy(
        'collection_target.source_id',
        'collection_target.target_key',
        'collection_target.kind',
        'collection_target.uri',
      )
      .select(
        'collection_target.source_id',
        'collection_target.target_key',
        'collection_target.kind',
        'collection_target.uri',
      )
      .min({ since: 'source_gap.from_at' });
  return rows.map(row => ({ ...row, since: readInstant(row.since) }));
}
