import type { Knex } from 'knex';
import { readNumber, type StoredNumber } from '../kernel/database/columns';
import type { AssetCriteria } from './AssetRules';
import { selectAssets } from './KnexAssetCriteria';

/** How many assets a list has, and how many of them do not meet criteria. */
export type RefusedCount = { assets: number; refused: number };

/** Counts what a query finds. @param column - of the query, names the asset */
export async function countRefused(
  query: Knex.QueryBuilder,
  knex: Knex,
  column: string,
  criteria: AssetCriteria,
): Promise<RefusedCount> {
  const [row]: { assets: StoredNumber; refused: StoredNumber | null }[] =
    await query.select(
      knex.raw(
        `COUNT(*) AS assets,
         SUM(CASE WHEN ${column} IN (?) THEN 0 ELSE 1 END) AS refused`,
        [selectAssets(knex, criteria)],
      ),
    );
  return {
    assets: readNumber(row?.assets ?? 0),
    refused: readNumber(row?.refused ?? 0),
  };
}
