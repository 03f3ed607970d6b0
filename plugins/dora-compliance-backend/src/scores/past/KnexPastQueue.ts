import type { Knex } from 'knex';
import { inChunks, type StoredNumber } from '../../kernel/database/columns';
import { whereTextIn } from '../../kernel/database/listTexts';
import { readAssets } from '../../assess/KnexAssetsPage';
import { readPlaced } from '../KnexReadScores';
import type { PastAsset } from './decidePast';

/** Some entries of the queue; they stay in it until their past is stored. */
export type PastBatch = {
  numbers: readonly StoredNumber[];
  entityRefs: readonly string[];
  /** Those that still exist. */
  assets: readonly PastAsset[];
};

/** How many entries are looked at: several can be of one asset. */
const ENTRIES = 500;

/** The next assets whose past is to be computed; undefined if there are none. */
export async function readPastBatch(
  knex: Knex,
  limit: number,
): Promise<PastBatch | undefined> {
  const first: string[] = await knex('past_queue')
    .orderBy('number')
    .limit(ENTRIES)
    .pluck('entity_ref');
  const entityRefs = [...new Set(first)].slice(0, limit);
  if (entityRefs.length === 0) {
    return undefined;
  }
  const numbers: StoredNumber[] = await whereTextIn(
    knex('past_queue'),
    knex,
    'entity_ref',
    entityRefs,
  ).pluck('number');
  const placed = await readPlaced(knex, entityRefs);
  const assets = await readAssets(knex, entityRefs);
  return {
    numbers,
    entityRefs,
    assets: assets.flatMap(item => {
      const place = placed.find(one => one.entityRef === item.asset.entityRef);
      return place ? [{ ...item, placed: place }] : [];
    }),
  };
}

/** Removes entries whose past is stored. */
export async function removePast(
  transaction: Knex.Transaction,
  numbers: readonly StoredNumber[],
): Promise<void> {
  for (const chunk of inChunks(numbers)) {
    await transaction('past_queue').whereIn('number', chunk).delete();
  }
}

/** Keeps one entry for each asset, while none is processed. */
export async function compactPastQueue(knex: Knex): Promise<void> {
  await knex('past_queue')
    .whereNotIn(
      'number',
      knex('past_queue').groupBy('entity_ref').max('number') as never,
    )
    .delete();
}
