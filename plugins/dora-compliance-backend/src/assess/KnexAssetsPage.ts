import type {
  Criticality,
  IctAsset,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readKeys, writeCursor } from '../kernel/paging/cursor';

/** An asset and its effective criticality. */
export type AssetToAssess = { asset: IctAsset; criticality?: Criticality };

/** A page of all assets, by their references. */
export async function readAssetsPage(
  knex: Knex,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: AssetToAssess[]; nextCursor?: string }> {
  const query = knex('asset')
    .leftJoin('inventory_node', 'inventory_node.entity_ref', 'asset.entity_ref')
    .orderBy('asset.entity_ref')
    .limit(limit + 1)
    .select('asset.record', 'inventory_node.criticality');
  if (cursor) {
    const [last = ''] = readKeys(cursor, 1);
    query.where('asset.entity_ref', '>', last);
  }
  const rows: { record: string; criticality: Criticality | null }[] =
    await query;
  const items = rows.slice(0, limit).map(({ record, criticality }) => ({
    asset: JSON.parse(record) as IctAsset,
    ...(criticality && { criticality }),
  }));
  const last = items.at(-1);
  return rows.length > limit && last
    ? { items, nextCursor: writeCursor(last.asset.entityRef) }
    : { items };
}
