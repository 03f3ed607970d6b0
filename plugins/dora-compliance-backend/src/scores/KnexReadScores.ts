import type {
  Control,
  ControlStatus,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { isSqlite } from '../kernel/database/isSqlite';
import { whereTextIn } from '../kernel/database/listTexts';
import type { PlacedAsset } from './scopes';
import { type AssetScore, scoreAsset } from './scoreAsset';

/** The scores of some assets as totals count them now. */
export async function readCounted(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<Map<string, AssetScore>> {
  const rows: {
    entity_ref: string;
    owner_ref: string;
    criticality_rank: number;
    scopes: string;
    statuses: string;
  }[] = await whereAssets(knex, 'asset_score', entityRefs).select(
    'entity_ref',
    'owner_ref',
    'criticality_rank',
    'scopes',
    'statuses',
  );
  return new Map(
    rows.map(row => [
      row.entity_ref,
      {
        entityRef: row.entity_ref,
        ownerRef: row.owner_ref,
        rank: row.criticality_rank,
        scopes: JSON.parse(row.scopes),
        cells: JSON.parse(row.statuses),
      },
    ]),
  );
}

/** The scores that these assets have by their statuses; none if they are gone. */
export async function readScores(
  knex: Knex,
  entityRefs: readonly string[],
  controls: readonly Pick<Control, 'id' | 'severity'>[],
): Promise<Map<string, AssetScore>> {
  const placed = await readPlaced(knex, entityRefs);
  const statuses = await listStatuses(knex, entityRefs);
  return new Map(
    placed.map(asset => [
      asset.entityRef,
      scoreAsset(asset, statuses.get(asset.entityRef) ?? new Map(), controls),
    ]),
  );
}

/** Where these assets belong; none if they are gone. */
export async function readPlaced(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<PlacedAsset[]> {
  const assets: {
    entity_ref: string;
    owner_ref: string;
    system_ref: string;
    criticality_rank: number;
  }[] = await whereAssets(knex, 'asset_index', entityRefs).select(
    'entity_ref',
    'owner_ref',
    'system_ref',
    'criticality_rank',
  );
  const functions = await listFunctions(knex, entityRefs);
  return assets.map(row => ({
    entityRef: row.entity_ref,
    ownerRef: row.owner_ref,
    systemRef: row.system_ref,
    rank: row.criticality_rank,
    functions: functions.get(row.entity_ref) ?? [],
  }));
}

async function listFunctions(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<Map<string, string[]>> {
  const rows: { entity_ref: string; function_ref: string }[] =
    await whereAssets(knex, 'asset_function', entityRefs).select(
      'entity_ref',
      'function_ref',
    );
  const found = new Map<string, string[]>();
  for (const { entity_ref: ref, function_ref: name } of rows) {
    found.set(ref, [...(found.get(ref) ?? []), name]);
  }
  return found;
}

/** One row for each asset: a row for each status takes several times as long to read. */
async function listStatuses(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<Map<string, Map<string, ControlStatus>>> {
  const collect = isSqlite(knex)
    ? 'json_group_object(control_id, status)'
    : 'CAST(json_object_agg(control_id, status) AS text)';
  const rows: { entity_ref: string; statuses: string }[] = await whereAssets(
    knex,
    'control_status',
    entityRefs,
  )
    .groupBy('entity_ref')
    .select('entity_ref', knex.raw(`${collect} AS statuses`));
  return new Map(
    rows.map(row => [
      row.entity_ref,
      new Map(Object.entries<ControlStatus>(JSON.parse(row.statuses))),
    ]),
  );
}

/** The rows of some assets, however many. */
function whereAssets(
  knex: Knex,
  table: string,
  entityRefs: readonly string[],
): Knex.QueryBuilder {
  return whereTextIn(knex(table), knex, 'entity_ref', entityRefs);
}
