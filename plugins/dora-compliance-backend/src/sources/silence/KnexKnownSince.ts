import type {
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { keysOfAsset } from '../../register/assetKeys';
import {
  inChunks,
  readInstant,
  type StoredInstant,
} from '../../kernel/database/columns';
import { firstOfEach } from '../../kernel/database/firstOfEach';
import { subjectHash } from '../../ledger/keep/subjectHash';

/**
 * Since when anything is known about each asset: the earliest evidence on it,
 * on its repositories or its pipeline, or when one of these first became a
 * target or was first covered. Assets about which nothing is known are left
 * out.
 */
export async function knownSince(
  knex: Knex,
  assets: readonly IctAsset[],
): Promise<Map<string, Instant>> {
  const keys = [...new Set(assets.flatMap(keysOfAsset))];
  const known = await knownKeys(knex, keys);
  return new Map(
    assets.flatMap(asset => {
      const [first] = keysOfAsset(asset)
        .flatMap(key => known.get(key) ?? [])
        .sort();
      return first ? [[asset.entityRef, first] as const] : [];
    }),
  );
}

async function knownKeys(knex: Knex, keys: readonly string[]) {
  const known = new Map<string, Instant>();
  const note = (key: string, at: StoredInstant) => {
    const found = readInstant(at);
    const before = known.get(key);
    known.set(key, before && before < found ? before : found);
  };
  // The first entry of an index for each key, not all its evidence.
  const firsts = await firstOfEach<string, { at: StoredInstant }>(
    knex,
    keys,
    key =>
      knex('evidence_subject')
        .where('subject', subjectHash(key))
        .orderBy('observed_at')
        .select('observed_at as at'),
  );
  firsts.forEach((first, place) => first && note(keys[place]!, first.at));
  for (const chunk of inChunks(keys)) {
    const looked: { key: string; at: StoredInstant }[] = await knex(
      'collection_target',
    )
      .whereIn('target_key', chunk)
      .select('target_key as key', 'added_at as at')
      .unionAll(
        knex('collection_coverage')
          .whereIn('target_key', chunk)
          .select('target_key as key', 'from_at as at'),
      );
    looked.forEach(({ key, at }) => note(key, at));
  }
  return known;
}
