import {
  type EvidenceGap,
  type IctAsset,
  type Instant,
  reason,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { markDueByKeys, markDueBySources } from '../../due/KnexMarkDue';
import { queueLogRead } from '../collect/KnexQueueLogRead';
import {
  inChunks,
  readInstant,
  type StoredInstant,
} from '../../kernel/database/columns';
import { shiftInstant } from '../../kernel/worker/shiftInstant';
import { rowFromGap } from './gapRow';
import type { Interval } from './Interval';
import { findGaps } from './KnexFindGaps';
import { recordSetups } from './KnexRecordSetups';
import { lastReception, recordReception } from './KnexReception';
import { closeGaps } from './KnexCloseGaps';
import type { SilenceStore } from './SilenceStore';
import { sourceDefaults } from '../sourceDefaults';

const oneGap = ['source_id', 'target_key', 'cause', 'from_at'];

type SilentRow = {
  source_id: string;
  target_key: string;
  uri: string;
  problem: string | null;
  since: StoredInstant;
};

/** Gaps of sources, in the database of the plugin. */
export class KnexSilenceStore implements SilenceStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  recordHeartbeat(beat: Parameters<SilenceStore['recordHeartbeat']>[0]) {
    return this.#knex.transaction(transaction =>
      storeHeartbeat(transaction, beat),
    );
  }

  recordSetups(
    setups: { receiving: readonly string[] },
    now: Instant,
  ): Promise<void> {
    return this.#knex.transaction(transaction =>
      recordSetups(transaction, setups, now),
    );
  }

  recordSilentCollectors(
    options: Parameters<SilenceStore['recordSilentCollectors']>[0],
  ): Promise<number> {
    const { now } = options;
    return this.#knex.transaction(async transaction => {
      const rows: SilentRow[] = await silentSince(transaction, options);
      for (const chunk of inChunks(rows, 100)) {
        await transaction('source_gap')
          .insert(chunk.map(silenceRow))
          .onConflict(oneGap)
          .ignore();
      }
      const keys = rows.map(({ target_key }) => target_key);
      await markDueByKeys(transaction, [...new Set(keys)].sort(), now);
      return rows.length;
    });
  }

  closeGaps(now: Instant): Promise<number> {
    return closeGaps(this.#knex, now);
  }

  findGaps(assets: readonly IctAsset[]): Promise<Map<string, EvidenceGap[]>> {
    return findGaps(this.#knex, assets);
  }
}

async function storeHeartbeat(
  transaction: Knex.Transaction,
  beat: Parameters<SilenceStore['recordHeartbeat']>[0],
): Promise<Interval | undefined> {
  const { replica, now, tolerance, sourceIds } = beat;
  const last = await lastReception(transaction, sourceIds);
  await transaction('receiver_beat')
    .insert({ replica, at: now })
    .onConflict('replica')
    .merge();
  await transaction('receiver_beat')
    .where('at', '<', shiftInstant(now, -sourceDefaults.replicaKeptFor))
    .delete();
  await recordReception(transaction, sourceIds, now);
  await readShortOutages(transaction, last, beat);
  const unheard = [...last].filter(
    ([, at]) => at < shiftInstant(now, -tolerance),
  );
  if (unheard.length === 0) {
    return undefined;
  }
  const ids = unheard.map(([id]) => id);
  await transaction('source_gap')
    .insert(
      unheard.map(([sourceId, from]) =>
        rowFromGap({ sourceId, from, to: now, cause: 'receiver-down' }),
      ),
    )
    // Two replicas that start at the same time find the same gap.
    .onConflict(oneGap)
    .ignore();
  await transaction('collection_target')
    .whereIn('source_id', ids)
    .where('due_at', '>', now)
    .update({ due_at: now });
  await markDueBySources(transaction, ids, now);
  const [from] = unheard.map(([, at]) => at).sort();
  return { from: from!, to: now };
}

/**
 * Reads the delivery logs for outages too short to be a gap; gaps queue their
 * own readings.
 */
async function readShortOutages(
  transaction: Knex.Transaction,
  last: ReadonlyMap<string, Instant>,
  { now, tolerance, logs }: Parameters<SilenceStore['recordHeartbeat']>[0],
): Promise<void> {
  for (const sourceId of logs?.sourceIds ?? []) {
    const since = last.get(sourceId);
    const isShort = since && since >= shiftInstant(now, -tolerance);
    if (logs && isShort && since < shiftInstant(now, -logs.after)) {
      await queueLogRead(transaction, { sourceId, since }, now);
    }
  }
}

/** Targets without a complete round since a time and without a known gap. */
function silentSince(
  transaction: Knex.Transaction,
  { since, receiving }: { since: Instant; receiving: readonly string[] },
) {
  return transaction('collection_target')
    .where(heard =>
      heard
        .whereNotNull('last_complete_at')
        .orWhereNotIn('source_id', receiving),
    )
    .whereRaw('COALESCE(last_complete_at, added_at) < ?', [since])
    .whereNotExists(
      transaction('source_gap')
        .whereRaw('source_gap.source_id = collection_target.source_id')
        .whereRaw('source_gap.target_key = collection_target.target_key')
        .where('source_gap.cause', 'collector-silent')
        .whereNull('source_gap.to_at'),
    )
    .select(
      'source_id',
      'target_key',
      'uri',
      'problem',
      transaction.raw('COALESCE(last_complete_at, added_at) AS since'),
    );
}

function silenceRow(row: SilentRow) {
  const { source_id, target_key, uri, problem, since } = row;
  const gap: EvidenceGap = {
    sourceId: source_id,
    from: readInstant(since),
    cause: 'collector-silent',
    detail: problem
      ? writeReason(reason('target-incomplete', { target: uri, problem }))
      : undefined,
  };
  return rowFromGap(gap, { key: target_key, uri });
}
