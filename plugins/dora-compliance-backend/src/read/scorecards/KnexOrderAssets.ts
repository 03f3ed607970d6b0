import type { Knex } from 'knex';
import { CursorError, readKeys } from '../../kernel/paging/cursor';

/**
 * The greatest risk first, or by reference. A file is read in many steps while statuses
 * change: only an order that does not depend on them misses no asset.
 */
export type AssetOrder = 'risk' | 'reference';

/** A page of assets. */
export type AssetPage = {
  limit: number;
  cursor?: string | undefined;
  /** Risk by default. */
  order?: AssetOrder;
};

/**
 * Orders a query on `asset_score`, begins it at a cursor, and has it find one row more
 * than the page shows.
 *
 * @param more - columns that tell rows of the same asset apart
 */
export function orderAssets(
  query: Knex.QueryBuilder,
  { limit, cursor, order = 'risk' }: AssetPage,
  more: readonly string[] = [],
): Knex.QueryBuilder {
  const isByRisk = order === 'risk';
  const columns = [
    ...(isByRisk ? ['asset_score.risk_order'] : []),
    'asset_score.entity_ref',
    ...more,
  ];
  query.orderBy(columns).limit(limit + 1);
  if (cursor) {
    const [first = '', ...others] = readKeys(cursor, columns.length);
    if (isByRisk && !/^-?\d{1,15}$/.test(first)) {
      throw new CursorError();
    }
    query.whereRaw(`(${columns.join()}) > (${columns.map(() => '?').join()})`, [
      isByRisk ? Number(first) : first,
      ...others,
    ]);
  }
  return query;
}

/** The keys of a row in this order; those of the other columns come after it. */
export function listAssetKeys(
  row: { risk: number; entityRef: string },
  order: AssetOrder = 'risk',
): string[] {
  return [...(order === 'risk' ? [String(row.risk)] : []), row.entityRef];
}
