import {
  Criticality,
  type IctAsset,
  type InventoryScore,
  PIPELINE_TYPE,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readNumber, type StoredNumber } from '../../kernel/database/columns';
import { CursorError, readKeys } from '../../kernel/paging/cursor';
import { cutPage } from '../../kernel/paging/cutPage';
import { whereVisible } from '../../permissions/KnexVisible';
import { TALLY_COLUMNS, type TallyRow } from '../../scores/tallyColumns';
import { readScore } from '../inventory/inventoryItem';
import { joinScores } from '../inventory/KnexStatusFilter';
import type { ScorecardScope } from './ScorecardScope';

/** An asset that a function depends on, or a pipeline, with its score. */
export type PathNode = {
  asset: IctAsset;
  criticality?: Criticality;
  score?: InventoryScore;
};

/** What a node is read from. */
export type PathNodeRow = TallyRow & {
  record: string;
  criticality_rank: number;
};

/** The order of a page: the most critical first, then the greatest risk. */
const ORDER = [
  'asset_index.criticality_rank',
  'asset_index.risk_order',
  'asset_index.entity_ref',
];

/** Columns of `PathNodeRow`, of a query that joins all tables they are from. */
export const NODE_COLUMNS = [
  'asset.record',
  'asset_index.criticality_rank',
  ...TALLY_COLUMNS.map(name => `asset_score.${name}`),
];

/**
 * A page of the assets that a function depends on. Pipelines are listed with the assets
 * that they deploy; only those that deploy no such asset have their own place.
 */
export async function readPathAssets(
  knex: Knex,
  scope: Pick<ScorecardScope, 'ref' | 'visible'>,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: PathNode[]; nextCursor?: string }> {
  const query = joinScores(selectAssets(knex, scope))
    .join('asset', 'asset.entity_ref', 'asset_index.entity_ref')
    .select(...NODE_COLUMNS, 'asset_index.entity_ref', 'asset_index.risk_order')
    .orderBy(ORDER)
    .limit(limit + 1);
  if (cursor) {
    const [rank = '', risk = '', ref = ''] = readKeys(cursor, ORDER.length);
    query.whereRaw(`(${ORDER.join()}) > (?, ?, ?)`, [
      parsePlace(rank),
      parsePlace(risk),
      ref,
    ]);
  }
  const rows: (PathNodeRow & {
    entity_ref: string;
    risk_order: StoredNumber;
  })[] = await query;
  const { shown, next } = cutPage(rows, limit, row => [
    String(row.criticality_rank),
    String(readNumber(row.risk_order)),
    row.entity_ref,
  ]);
  return { items: shown.map(readPathNode), ...next };
}

/** An asset and its score from a row. */
export function readPathNode(row: PathNodeRow): PathNode {
  const criticality = Criticality.options[row.criticality_rank];
  return {
    asset: JSON.parse(row.record),
    ...(criticality && { criticality }),
    ...readScore(row),
  };
}

function selectAssets(
  knex: Knex,
  { ref, visible }: Pick<ScorecardScope, 'ref' | 'visible'>,
): Knex.QueryBuilder {
  const assets = knex('asset_function')
    .join('asset_index', 'asset_index.entity_ref', 'asset_function.entity_ref')
    .where('asset_function.function_ref', ref);
  const column = 'asset_index.entity_ref';
  return whereVisible(assets, knex, column, visible).where(either =>
    either
      .whereNot('asset_index.type', PIPELINE_TYPE)
      .orWhereNotIn(column, selectDeployers(knex, ref, visible) as never),
  );
}

/** The pipelines that deploy an asset of the function that may be read. */
function selectDeployers(
  knex: Knex,
  ref: string,
  visible: ScorecardScope['visible'],
): Knex.QueryBuilder {
  const links = knex('inventory_link')
    .join('asset_function as of', 'of.entity_ref', 'inventory_link.from_ref')
    .join('asset_index as deployed', 'deployed.entity_ref', 'of.entity_ref')
    .where('of.function_ref', ref)
    .where('inventory_link.relation', 'deployed-by')
    .whereNot('deployed.type', PIPELINE_TYPE)
    .select('inventory_link.to_ref');
  return whereVisible(links, knex, 'deployed.entity_ref', visible);
}

/** A number of a cursor; throws if somebody changed it. */
function parsePlace(text: string): number {
  if (!/^-?\d{1,15}$/.test(text)) {
    throw new CursorError();
  }
  return Number(text);
}
