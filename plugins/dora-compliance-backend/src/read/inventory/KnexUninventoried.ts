import type {
  Instant,
  NamedRef,
  Page,
  UninventoriedPipelineView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { subjectKey } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import type { RegisterStore } from '../../register/RegisterStore';
import {
  inChunks,
  readInstant,
  type StoredInstant,
} from '../../kernel/database/columns';
import { readCursor, writeCursor } from '../../kernel/paging/cursor';
import { namedRef } from './inventoryItem';
import {
  selectKeys,
  whereOfVisibleAsset,
  whereVisible,
} from '../../permissions/KnexVisible';
import type { Visibility } from '../../permissions/Visibility';

type SightingRow = {
  subject_key: string;
  urn: string;
  name: string;
  repository: string;
  source_id: string;
  first_seen: StoredInstant;
  last_seen: StoredInstant;
};

/**
 * The key of the repository of a sighting. If SQL and `subjectKey` differ, as
 * for names of more than 500 characters, no asset is found.
 */
export const REPOSITORY_KEY =
  "'repository|' || lower(rtrim(pipeline_sighting.repository, '/'))";

/**
 * Pipelines that ran and belong to no asset, latest run first. Callers who may
 * not read all assets are shown those of the repositories of assets they may
 * read.
 */
export async function listUninventoried(
  knex: Knex,
  register: RegisterStore,
  page: { limit: number; cursor?: string; visible: Visibility },
): Promise<Page<UninventoriedPipelineView>> {
  const { visible } = page;
  const query = selectMissing(knex)
    .orderBy([
      { column: 'last_seen', order: 'desc' },
      { column: 'subject_key', order: 'desc' },
    ])
    .limit(page.limit + 1);
  whereOfVisibleAsset(query, knex, REPOSITORY_KEY, visible);
  if (page.cursor) {
    query.whereRaw(
      '(last_seen, subject_key) < (?, ?)',
      readCursor(page.cursor),
    );
  }
  const rows: SightingRow[] = await query;
  const shown = rows.slice(0, page.limit);
  const assets = await findAssets(knex, register, shown, visible);
  const items = shown.map(row => ({
    urn: row.urn,
    name: row.name,
    repository: row.repository,
    sourceId: row.source_id,
    firstSeen: readInstant(row.first_seen),
    lastSeen: readInstant(row.last_seen),
    assets: keysOfRepository(row).flatMap(key => assets.get(key) ?? []),
  }));
  const last = shown.at(-1);
  return rows.length > page.limit && last
    ? { items, nextCursor: toCursor(last) }
    : { items };
}

/**
 * Pipelines that ran and belong to no asset, whoever asks: the pipeline of an asset that
 * the caller may not read is not missing.
 */
function selectMissing(knex: Knex): Knex.QueryBuilder {
  return knex('pipeline_sighting').whereNotExists(
    knex('asset_identifier').whereRaw(
      'asset_identifier.subject_key = pipeline_sighting.subject_key',
    ),
  );
}

/** Pipelines that ran and belong to no asset that may be read. */
export function selectNotListed(
  knex: Knex,
  visible: Visibility,
): Knex.QueryBuilder {
  return visible === 'all'
    ? selectMissing(knex)
    : knex('pipeline_sighting').whereNotIn(
        'pipeline_sighting.subject_key',
        selectKeys(knex, visible),
      );
}

function toCursor(row: SightingRow): string {
  const at: Instant = readInstant(row.last_seen);
  return writeCursor(at, row.subject_key);
}

/** The key; none if the repository is unknown. */
function keysOfRepository({ repository }: SightingRow): string[] {
  return repository
    ? [subjectKey({ kind: 'repository', uri: repository })]
    : [];
}

async function findAssets(
  knex: Knex,
  register: RegisterStore,
  rows: readonly SightingRow[],
  visible: Visibility,
): Promise<Map<string, NamedRef[]>> {
  const keys = [...new Set(rows.flatMap(keysOfRepository))];
  const found: { subject_key: string; entity_ref: string }[] = [];
  for (const chunk of inChunks(keys)) {
    found.push(
      ...(await whereVisible(
        knex('asset_identifier')
          .whereIn('subject_key', chunk)
          .orderBy('entity_ref')
          .select('subject_key', 'entity_ref'),
        knex,
        'entity_ref',
        visible,
      )),
    );
  }
  const titles = await register.names(found.map(row => row.entity_ref));
  const byKey = new Map<string, NamedRef[]>();
  for (const { subject_key, entity_ref } of found) {
    const assets = byKey.get(subject_key) ?? [];
    byKey.set(subject_key, [...assets, namedRef(entity_ref, titles)]);
  }
  return byKey;
}
