import type { Day } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { lockScores } from '../KnexFoldScores';
import { decidePast, type PastDay, type PastParts } from './decidePast';
import {
  compactPastQueue,
  type PastBatch,
  readPastBatch,
  removePast,
} from './KnexPastQueue';
import { writePast } from './KnexWritePast';
import { writePastStatuses } from './KnexPastStatuses';
import { listPastDays } from './listPastDays';
import { listStatusDays } from './listStatusDays';
import { dropRepeats } from './sumPast';

/** How the past of some assets is computed. */
type ReconstructOptions = PastParts & {
  /** How many days before the record; 0 if none are computed. */
  days: number;
  /** How many assets at once. */
  limit: number;
  /** Called after each day with the time it took, in milliseconds. */
  rest?: (took: number) => Promise<void>;
  /** Whether to stop; what was computed of the batch is dropped. */
  isStopped?: () => boolean;
};

/**
 * Computes the scores and statuses of the next assets for the days before the record,
 * and stores them in one transaction. Returns how many assets it processed. Nothing is locked
 * while it computes; after a crash, the same assets are computed again.
 */
export async function reconstructScores(
  knex: Knex,
  options: ReconstructOptions,
): Promise<number> {
  const state: { recorded_from: Day | null } | undefined = await knex(
    'score_state',
  ).first('recorded_from');
  const recordedFrom = state?.recorded_from;
  if (!recordedFrom) {
    return 0;
  }
  if (options.days === 0) {
    await compactPastQueue(knex);
    return 0;
  }
  const batch = await readPastBatch(knex, options.limit);
  if (!batch) {
    return 0;
  }
  const days = listPastDays(recordedFrom, options.days);
  const decided = await decideDays(batch, days, options);
  if (!decided) {
    return 0;
  }
  const { entityRefs } = batch;
  const past = [...decided.values()];
  const scores = past.flatMap(list => dropRepeats(list.map(one => one.score)));
  const statuses = new Map(
    [...decided].map(([ref, list]) => [ref, listStatusDays(list)]),
  );
  await knex.transaction(async transaction => {
    await lockScores(transaction);
    await writePast(transaction, entityRefs, scores, recordedFrom);
    await writePastStatuses(transaction, entityRefs, statuses);
    await removePast(transaction, batch.numbers);
    if (!(await transaction('past_queue').first('number'))) {
      await transaction('score_state').update({ past_ready: true });
    }
  });
  return entityRefs.length;
}

/** Each past day of each asset, earliest first; undefined if it was stopped. */
async function decideDays(
  { assets }: PastBatch,
  days: readonly Day[],
  options: ReconstructOptions,
): Promise<Map<string, PastDay[]> | undefined> {
  const byAsset = new Map<string, PastDay[]>();
  for (const day of assets.length > 0 ? days : []) {
    if (options.isStopped?.()) {
      return undefined;
    }
    const begin = performance.now();
    for (const one of await decidePast(assets, day, options)) {
      const { entityRef } = one.score;
      byAsset.set(entityRef, [...(byAsset.get(entityRef) ?? []), one]);
    }
    await options.rest?.(performance.now() - begin);
  }
  return byAsset;
}
