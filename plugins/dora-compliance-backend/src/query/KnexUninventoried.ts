import type {
  Instant,
  NamedRef,
  Page,
  UninventoriedPipelineView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { subjectKey } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import type { RegisterStore } from '../asset/RegisterStore';
import { inChunks, readInstant, type StoredInstant } from '../database/columns';
import { readCursor, writeCursor } from './cursor';
import { namedRef } from './inventoryItem';

type SightingRow = {
  subject_key: string;
  urn: string;
  name: string;
  repository: string;
  source_id: string;
  first_seen: StoredInstant;
  last_seen: StoredInstant;
};

/** Pipelines that ran and belong to no asset, latest run first. */
export async function listUninventoried(
  knex: Knex,
  register: RegisterStore,
  page: { limit: number; cursor?: string },
): Promise<Page<UninventoriedPipelineView>> {
  const query = knex('pipeline_sighting')
    .whereNotExists(
      knex('asset_identifier').whereRaw(
        'asset_identifier.subject_key = pipeline_sighting.subject_key',
      ),
    )
    .orderBy([
      { column: 'last_seen', order: 'desc' },
      { column: 'subject_key', order: 'desc' },
    ])
    .limit(page.limit + 1);
  if (page.cursor) {
    query.whereRaw(
      '(last_seen, subject_key) < (?, ?)',
      readCursor(page.cursor),
    );
  }
  const rows: SightingRow[] = await query;
  const shown = rows.slice(0, page.limit);
  const assets = await assetsOf(knex, register, shown);
  const items = shown.map(row => ({
    urn: row.urn,
    name: row.name,
    repository: row.repository,
    sourceId: row.source_id,
    firstSeen: readInstant(row.first_seen),
    lastSeen: readInstant(row.last_seen),
    assets: assets.get(keyOf(row)) ?? [],
  }));
  const last = shown.at(-1);
  return rows.length > page.limit && last
    ? { items, nextCursor: cursorOf(last) }
    : { items };
}

function cursorOf(row: SightingRow): string {
  const at: Instant = readInstant(row.last_seen);
  return writeCursor(at, row.subject_key);
}

function keyOf({ repository }: SightingRow): string {
  return subjectKey({ kind: 'repository', uri: repository });
}

async function assetsOf(
  knex: Knex,
  register: RegisterStore,
  rows: readonly SightingRow[],
): Promise<Map<string, NamedRef[]>> {
  const keys = [...new Set(rows.map(keyOf))];
  const found: { subject_key: string; entity_ref: string }[] = [];
  for (const chunk of inChunks(keys)) {
    found.push(
      ...(await knex('asset_identifier')
        .whereIn('subject_key', chunk)
        .orderBy('entity_ref')
        .select('subject_key', 'entity_ref')),
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
