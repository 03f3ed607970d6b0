import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CollectionTarget } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Knex } from 'knex';
import { markDueByKeys } from '../../due/KnexMarkDue';
import {
  inChunks,
  readInstant,
  type StoredInstant,
} from '../../kernel/database/columns';
import { takeDueRow } from '../../kernel/database/takeDueRow';
import { closeTargetGaps } from '../silence/KnexCloseGaps';
import { shiftInstant } from '../../kernel/worker/shiftInstant';
import { addCoverage } from './KnexCoverage';
import type { DueLogRead, LogReadOutcome, LogReadStore } from './LogReadStore';
import { queueLogRead } from './KnexQueueLogRead';
import { targetKey } from './listTargets';

type LogReadRow = {
  id: string;
  source_id: string;
  since: StoredInstant;
  attempts: number;
  started_at: StoredInstant | null;
};

/** Readings of delivery logs, in the database of the plugin. */
export class KnexLogReadStore implements LogReadStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async queue({ keptFor, now }: Parameters<LogReadStore['queue']>[0]) {
    let queued = 0;
    for (const [sourceId, milliseconds] of keptFor) {
      queued += await this.#knex.transaction(async transaction => {
        const since = await beginOfNewGaps(transaction, {
          sourceId,
          keptSince: shiftInstant(now, -milliseconds),
        });
        if (!since) {
          return 0;
        }
        await queueLogRead(transaction, { sourceId, since }, now);
        return 1;
      });
    }
    return queued;
  }

  async take(
    now: Instant,
    until: Instant,
    resting: readonly string[] = [],
  ): Promise<DueLogRead | undefined> {
    const row = await takeDueRow<LogReadRow>(this.#knex, 'delivery_log_read', {
      now,
      leaseEnd: until,
      resting,
    });
    return (
      row && {
        id: row.id,
        sourceId: row.source_id,
        since: readInstant(row.since),
        attempts: row.attempts,
      }
    );
  }

  listTargets(sourceId: string): Promise<CollectionTarget[]> {
    return this.#knex('collection_target')
      .where('source_id', sourceId)
      .orderBy('target_key')
      .select('kind', 'uri');
  }

  async kept(sourceId: string, ids: readonly string[]): Promise<Set<string>> {
    const kept = new Set<string>();
    for (const chunk of inChunks(ids)) {
      const known: string[] = await this.#knex('delivery')
        .where('source_id', sourceId)
        .whereIn('delivery_id', chunk)
        .pluck('delivery_id');
      known.forEach(id => kept.add(id));
    }
    return kept;
  }

  cover(
    { sourceId, target }: { sourceId: string; target: CollectionTarget },
    time: { from: Instant; to: Instant },
    now: Instant,
  ): Promise<void> {
    return this.#knex.transaction(async transaction => {
      const key = targetKey(target);
      const of = { sourceId, targetKey: key };
      await addCoverage(transaction, of, time);
      await closeTargetGaps(transaction, of, now);
      await markDueByKeys(transaction, [key], now);
    });
  }

  async end(id: string, outcome: LogReadOutcome): Promise<void> {
    const { fetched, problem, nextAt, attempts, now } = outcome;
    const over = problem === undefined ? 'done' : 'incomplete';
    await this.#knex('delivery_log_read')
      .where('id', id)
      .update({
        state: nextAt ? 'waiting' : over,
        fetched: this.#knex.raw('fetched + ?', [fetched]),
        problem: problem ?? null,
        attempts,
        next_at: nextAt ?? null,
        ...(!nextAt && { finished_at: now }),
      });
  }
}

/**
 * When the earliest gap began for which no reading was queued since its end.
 */
async function beginOfNewGaps(
  transaction: Knex.Transaction,
  { sourceId, keptSince }: { sourceId: string; keptSince: Instant },
): Promise<Instant | undefined> {
  const [row] = await transaction('source_gap')
    .where('source_id', sourceId)
    .whereNot('cause', 'collector-silent')
    .whereNull('made_good_at')
    .where('to_at', '>', keptSince)
    .whereNotExists(
      transaction('delivery_log_read')
        .whereRaw('delivery_log_read.source_id = source_gap.source_id')
        .whereRaw('delivery_log_read.since <= source_gap.from_at')
        .whereRaw('delivery_log_read.requested_at >= source_gap.to_at'),
    )
    .min<{ since: StoredInstant | null }[]>({ since: 'from_at' });
  return row?.since ? readInstant(row.since) : undefined;
}
