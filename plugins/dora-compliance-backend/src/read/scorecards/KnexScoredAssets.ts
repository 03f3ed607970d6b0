import type { Knex } from 'knex';
import { readNumber, type StoredNumber } from '../../kernel/database/columns';
import { cutPage } from '../../kernel/paging/cutPage';
import type { AssetScore } from '../../scores/scoreAsset';
import { type AssetPage, listAssetKeys, orderAssets } from './KnexOrderAssets';
import { whereScope } from './KnexWhereScope';
import type { ScorecardScope } from './ScorecardScope';

/** An asset of a page, with its score. */
export type ScoredAsset = Omit<AssetScore, 'scopes'> & {
  title: string;
  type?: string;
};

/** A page of the assets of a scope. */
export async function readScoredAssets(
  knex: Knex,
  scope: ScorecardScope,
  page: AssetPage,
): Promise<{ items: ScoredAsset[]; nextCursor?: string }> {
  const rows: {
    entity_ref: string;
    owner_ref: string;
    criticality_rank: number;
    statuses: string;
    risk_order: StoredNumber;
    title: string | null;
    type: string | null;
  }[] = await orderAssets(
    whereScope(knex('asset_score'), knex, scope)
      .leftJoin(
        'inventory_node',
        'inventory_node.entity_ref',
        'asset_score.entity_ref',
      )
      .select(
        'asset_score.entity_ref',
        'asset_score.owner_ref',
        'asset_score.criticality_rank',
        'asset_score.statuses',
        'asset_score.risk_order',
        'inventory_node.title',
        'inventory_node.type',
      ),
    page,
  );
  const { shown, next } = cutPage(rows, page.limit, row =>
    listAssetKeys(
      { risk: readNumber(row.risk_order), entityRef: row.entity_ref },
      page.order,
    ),
  );
  return {
    items: shown.map(row => ({
      entityRef: row.entity_ref,
      ownerRef: row.owner_ref,
      rank: row.criticality_rank,
      cells: JSON.parse(row.statuses),
      title: row.title ?? row.entity_ref,
      ...(row.type && { type: row.type }),
    })),
    ...next,
  };
}
