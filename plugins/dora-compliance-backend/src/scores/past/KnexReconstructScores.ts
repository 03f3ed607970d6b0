import type { Day } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { lockScores } from '../KnexFoldScores';
import { decidePast, type PastParts } from './decidePast';
import {
  compactPastQueue,
  type PastBatch,
  readPastBatch,
  removePast,
} from './KnexPastQueue';
import { writePast } from './KnexWritePast';
import { listPastDays } from './listPastDays';
import { dropRepeats, type PastScore } from './sumPast';

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
 * Computes the scores of the next assets for the days before the record, and stores
 * them in one transaction. Returns how many assets it processed. Nothing is locked
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
  const scores = await scoreDays(batch, days, options);
  if (!scores) {
    return 0;
  }
  await knex.transaction(async transaction => {
    await lockScores(transaction);
    await writePast(transaction, batch.entityRefs, scores, recordedFrom);
    await removePast(transaction, batch.numbers);
    if (!(await transaction('past_queue').first('number'))) {
      await transaction('score_state').update({ past_ready: true });
    }
  });
  return batch.entityRefs.length;
}

/** The scores of each asset, earliest first; undefined if it was stopped. */
async function scoreDays(
  { assets }: PastBatch,
  days: readonly Day[],
  options: ReconstructOptions,
): Promise<PastScore[] | undefined> {
  const byAsset = new Map<string, PastScore[]>();
  for (const day of assets.length > 0 ? days : []) {
    if (options.isStopped?.()) {
      return undefined;
    }
    const begin = performance.now();
    for (const score of await decidePast(assets, day, options)) {
      const scores = byAsset.get(score.entityRef) ?? [];
      byAsset.set(score.entityRef, scores);
      scores.push(score);
    }
    await options.rest?.(performance.now() - begin);
  }
  return [...byAsset.values()].flatMap(dropRepeats);
}
