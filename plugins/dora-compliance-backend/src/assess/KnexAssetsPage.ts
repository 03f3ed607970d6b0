import type {
  Criticality,
  IctAsset,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { whereTextIn } from '../kernel/database/listTexts';
import { readKeys, writeCursor } from '../kernel/paging/cursor';

/** An asset and its effective criticality. */
export type AssetToAssess = { asset: IctAsset; criticality?: Criticality };

/** A page of all assets, by their references. */
export async function readAssetsPage(
  knex: Knex,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: AssetToAssess[]; nextCursor?: string }> {
  const query = selectAssets(knex)
    .orderBy('asset.entity_ref')
    .limit(limit + 1);
  if (cursor) {
    const [last = ''] = readKeys(cursor, 1);
    query.where('asset.entity_ref', '>', last);
  }
  const rows: AssetRow[] = await query;
  const items = rows.slice(0, limit).map(toAsset);
  const last = items.at(-1);
  return rows.length > limit && last
    ? { items, nextCursor: writeCursor(last.asset.entityRef) }
    : { items };
}

/** Some assets, those that exist. */
export async function readAssets(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<AssetToAssess[]> {
  const rows: AssetRow[] = await whereTextIn(
    selectAssets(knex),
    knex,
    'asset.entity_ref',
    entityRefs,
  );
  return rows.map(toAsset);
}

type AssetRow = { record: string; criticality: Criticality | null };

function selectAssets(knex: Knex): Knex.QueryBuilder {
  return knex('asset')
    .leftJoin('inventory_node', 'inventory_node.entity_ref', 'asset.entity_ref')
    .select('asset.record', 'inventory_node.criticality');
}

function toAsset({ record, criticality }: AssetRow): AssetToAssess {
  return {
    asset: JSON.parse(record) as IctAsset,
    ...(criticality && { criticality }),
  };
}
