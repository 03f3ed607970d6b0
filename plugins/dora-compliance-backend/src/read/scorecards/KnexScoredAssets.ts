import type { Knex } from 'knex';
import { readNumber, type StoredNumber } from '../../kernel/database/columns';
import { CursorError, readKeys, writeCursor } from '../../kernel/paging/cursor';
import type { AssetScore } from '../../scores/scoreAsset';
import { whereScope } from './KnexWhereScope';
import type { ScorecardScope } from './ScorecardScope';

/** An asset of a page, with its score. */
export type ScoredAsset = Omit<AssetScore, 'scopes'> & {
  title: string;
  order: number;
};

/** A page of the assets of a scope, the greatest risk first. */
export async function readScoredAssets(
  knex: Knex,
  scope: ScorecardScope,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: ScoredAsset[]; nextCursor?: string }> {
  const query = whereScope(knex('asset_score'), knex, scope)
    .leftJoin(
      'inventory_node',
      'inventory_node.entity_ref',
      'asset_score.entity_ref',
    )
    .orderBy([
      { column: 'asset_score.risk_order' },
      { column: 'asset_score.entity_ref' },
    ])
    .limit(limit + 1)
    .select(
      'asset_score.entity_ref',
      'asset_score.owner_ref',
      'asset_score.criticality_rank',
      'asset_score.statuses',
      'asset_score.risk_order',
      'inventory_node.title',
    );
  if (cursor) {
    const [order = '', ref = ''] = readKeys(cursor, 2);
    if (!/^-?\d{1,15}$/.test(order)) {
      throw new CursorError();
    }
    query.whereRaw(
      '(asset_score.risk_order, asset_score.entity_ref) > (?, ?)',
      [Number(order), ref],
    );
  }
  const rows: {
    entity_ref: string;
    owner_ref: string;
    criticality_rank: number;
    statuses: string;
    risk_order: StoredNumber;
    title: string | null;
  }[] = await query;
  const items = rows.slice(0, limit).map(row => ({
    entityRef: row.entity_ref,
    ownerRef: row.owner_ref,
    rank: row.criticality_rank,
    cells: JSON.parse(row.statuses),
    title: row.title ?? row.entity_ref,
    order: readNumber(row.risk_order),
  }));
  const last = items.at(-1);
  return {
    items,
    ...(last &&
      rows.length > limit && {
        nextCursor: writeCursor(String(last.order), last.entityRef),
      }),
  };
}
