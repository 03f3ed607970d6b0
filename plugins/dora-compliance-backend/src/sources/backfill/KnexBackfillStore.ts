import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { markPastByKeys } from '../../due/KnexMarkPast';
import { markDueByKeys } from '../../due/KnexMarkDue';
import { inChunks, readInstant } from '../../kernel/database/columns';
import { takeDueRow } from '../../kernel/database/takeDueRow';
import { whereOfVisibleAsset } from '../../permissions/KnexVisible';
import { closeTargetGaps } from '../silence/KnexCloseGaps';
import type { BackfillStore, DueBackfill } from './BackfillStore';
import { addCoverage } from '../collect/KnexCoverage';
import type { BackfillRow } from './backfillRow';
import { targetsWithGaps } from './KnexTargetsWithGaps';

/** Backfills in the database of the plugin. */
export class KnexBackfillStore implements BackfillStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  start(options: Parameters<BackfillStore['start']>[0]): Promise<number> {
    return this.#knex.transaction(transaction => queue(transaction, options));
  }

  onboard(options: { since: Instant; now: Instant }): Promise<number> {
    return this.#knex.transaction(async transaction => {
      const fresh: Target[] = await transaction('collection_target')
        .whereNotExists(
          ofTarget(transaction).whereRaw(
            '(backfill.requested_at >= collection_target.added_at OR backfill.next_at IS NOT NULL)',
          ),
        )
        .select('source_id', 'target_key', 'kind', 'uri');
      return insert(transaction, fresh, options);
    });
  }

  closeGaps(
    options: Parameters<BackfillStore['closeGaps']>[0],
  ): Promise<number> {
    const { now } = options;
    return this.#knex.transaction(async transaction => {
      const found = await targetsWithGaps(transaction, options);
      for (const { since, ...target } of found) {
        await insert(transaction, [target], { since, now });
      }
      return found.length;
    });
  }

  async take(
    now: Instant,
    until: Instant,
    resting: readonly string[] = [],
  ): Promise<DueBackfill | undefined> {
    const row = await takeDueRow<BackfillRow>(this.#knex, 'backfill', {
      now,
      leaseEnd: until,
      resting,
    });
    return row && dueFromRow(row);
  }

  async advance(id: string, progress: Parameters<BackfillStore['advance']>[1]) {
    const { cursor, done, flaw, until } = progress;
    await this.#knex('backfill')
      .where('id', id)
      .whereNotNull('next_at')
      .update({
        ...(cursor !== undefined && { cursor }),
        done,
        ...(flaw !== undefined && { flaw }),
        problem: null,
        attempts: 0,
        next_at: until,
      });
  }

  async pause(id: string, why: Parameters<BackfillStore['pause']>[1]) {
    const { problem, cursor, nextAt, attempts, now } = why;
    await this.#knex('backfill')
      .where('id', id)
      .whereNotNull('next_at')
      .update({
        state: nextAt ? 'waiting' : 'failed',
        problem: problem ?? null,
        ...(cursor !== undefined && { cursor }),
        attempts,
        next_at: nextAt ?? null,
        ...(!nextAt && { finished_at: now }),
      });
  }

  finish(id: string, now: Instant): Promise<void> {
    return this.#knex.transaction(async transaction => {
      const row: BackfillRow | undefined = await transaction('backfill')
        .where('id', id)
        .whereNotNull('next_at')
        .first();
      if (!row?.started_at) {
        return;
      }
      await transaction('backfill')
        .where('id', id)
        .update({
          state: row.flaw === null ? 'done' : 'incomplete',
          problem: row.flaw,
          next_at: null,
          finished_at: now,
        });
      if (row.flaw === null) {
        const of = { sourceId: row.source_id, targetKey: row.target_key };
        const from = readInstant(row.since);
        const to = readInstant(row.started_at);
        await addCoverage(transaction, of, { from, to });
        await closeTargetGaps(transaction, of, now);
        await markDueByKeys(transaction, [row.target_key], now);
        // A gap of the past may be closed now.
        await markPastByKeys(transaction, [row.target_key], from.slice(0, 10));
      }
    });
  }
}

async function queue(
  transaction: Knex.Transaction,
  options: Parameters<BackfillStore['start']>[0],
): Promise<number> {
  const { sourceId, target, visible = 'all', since, now } = options;
  const waiting = whereOfVisibleAsset(
    transaction('backfill')
      .where({ source_id: sourceId, state: 'waiting' })
      .whereNotNull('next_at')
      .where('since', '<=', since),
    transaction,
    'backfill.target_key',
    visible,
  ).update({ next_at: now });
  await (target === undefined ? waiting : waiting.where('uri', target));
  const query = transaction('collection_target')
    .where('source_id', sourceId)
    .whereNotExists(
      ofTarget(transaction)
        .whereNotNull('backfill.next_at')
        .where('backfill.since', '<=', since),
    );
  whereOfVisibleAsset(
    query,
    transaction,
    'collection_target.target_key',
    visible,
  );
  if (target !== undefined) {
    query.where('uri', target);
  }
  const fresh: Target[] = await query.select(
    'source_id',
    'target_key',
    'kind',
    'uri',
  );
  return insert(transaction, fresh, { since, now });
}

type Target = Pick<BackfillRow, 'source_id' | 'target_key' | 'kind' | 'uri'>;

/** The backfills of a target of the outer query. */
function ofTarget(transaction: Knex.Transaction) {
  return transaction('backfill')
    .whereRaw('backfill.source_id = collection_target.source_id')
    .whereRaw('backfill.target_key = collection_target.target_key');
}

async function insert(
  transaction: Knex.Transaction,
  targets: readonly Target[],
  { since, now }: { since: Instant; now: Instant },
): Promise<number> {
  const rows = targets.map(target => ({
    ...target,
    id: randomUUID(),
    since,
    state: 'waiting',
    next_at: now,
    requested_at: now,
  }));
  for (const chunk of inChunks(rows, 100)) {
    await transaction('backfill').insert(chunk);
  }
  return rows.length;
}

function dueFromRow(row: BackfillRow): DueBackfill {
  return {
    id: row.id,
    sourceId: row.source_id,
    kind: row.kind,
    uri: row.uri,
    since: readInstant(row.since),
    ...(row.cursor !== null && { cursor: row.cursor }),
    attempts: row.attempts,
    ...(row.flaw !== null && { flaw: row.flaw }),
  };
}
