import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { PIPELINE_TYPE } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import {
  readInstant,
  readNumber,
  type StoredInstant,
  type StoredNumber,
} from '../../kernel/database/columns';
import { whereTextIn } from '../../kernel/database/listTexts';
import type { Visibility } from '../../permissions/Visibility';
import {
  REPOSITORY_KEY,
  selectNotListed,
} from '../inventory/KnexUninventoried';

/** How many are named for one asset. */
const SHOWN = 5;

/** The last pipelines of the repositories of an asset that ran, and how many there are. */
type PathSightings = {
  sightings: { name: string; lastSeen: Instant }[];
  count: number;
};

/**
 * Pipelines that ran after an instant, are defined in a repository of one of some assets,
 * and belong to no asset that may be read; by asset, the last run first.
 */
export async function readPathSightings(
  knex: Knex,
  assetRefs: readonly string[],
  { since, visible }: { since: Instant; visible: Visibility },
): Promise<ReadonlyMap<string, PathSightings>> {
  const seen = selectNotListed(knex, visible)
    .join(
      'asset_identifier as own',
      'own.subject_key',
      knex.raw(REPOSITORY_KEY),
    )
    .join('asset_index as built', 'built.entity_ref', 'own.entity_ref')
    .where('pipeline_sighting.last_seen', '>', since)
    .whereNot('pipeline_sighting.repository', '')
    .whereNot('built.type', PIPELINE_TYPE);
  whereTextIn(seen, knex, 'own.entity_ref', assetRefs).select(
    'own.entity_ref as asset_ref',
    'pipeline_sighting.name',
    'pipeline_sighting.last_seen',
    knex.raw(
      `ROW_NUMBER() OVER (PARTITION BY own.entity_ref
         ORDER BY last_seen DESC, pipeline_sighting.subject_key) AS number,
       COUNT(*) OVER (PARTITION BY own.entity_ref) AS amount`,
    ),
  );
  const rows: {
    asset_ref: string;
    name: string;
    last_seen: StoredInstant;
    amount: StoredNumber;
  }[] = await knex
    .from(seen.as('numbered'))
    .where('number', '<=', SHOWN)
    .orderBy(['asset_ref', 'number'])
    .select('asset_ref', 'name', 'last_seen', 'amount');
  const found = new Map<string, PathSightings>();
  for (const { asset_ref, name, last_seen, amount } of rows) {
    const { sightings = [] } = found.get(asset_ref) ?? {};
    const lastSeen = readInstant(last_seen);
    found.set(asset_ref, {
      sightings: [...sightings, { name, lastSeen }],
      count: readNumber(amount),
    });
  }
  return found;
}
