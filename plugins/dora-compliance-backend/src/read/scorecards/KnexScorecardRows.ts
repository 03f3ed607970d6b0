import type { ControlStatus } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { readNumber, type StoredNumber } from '../../kernel/database/columns';
import { jsonRows } from '../../kernel/database/jsonRows';
import { CursorError, readKeys } from '../../kernel/paging/cursor';
import { whereVisible } from '../../permissions/KnexVisible';
import type { Visibility } from '../../permissions/Visibility';

/** The assets of a scorecard. */
export type ScorecardScope = {
  owners: readonly string[];
  visible: Visibility;
};

/** How much a control counts for assets of a rank of criticality. */
type ControlWeight = { controlId: string; rank: number; weight: number };

/** A number of pairs with the same control, status and rank. */
export type CountedPairs = {
  controlId: string;
  rank: number;
  status: ControlStatus;
  count: number;
};

/** An asset of a page. */
export type AssetRow = {
  entity_ref: string;
  title: string;
  owner_ref: string;
  criticality_rank: number;
  risk: number;
};

/** How many assets there are of each rank of criticality. */
export async function countAssets(
  knex: Knex,
  scope: ScorecardScope,
): Promise<Map<number, number>> {
  const rows: { criticality_rank: number; n: StoredNumber }[] =
    await selectAssets(knex, scope)
      .groupBy('criticality_rank')
      .select('criticality_rank')
      .count({ n: '*' });
  return new Map(rows.map(row => [row.criticality_rank, readNumber(row.n)]));
}

/** All assessed pairs of the assets, counted. */
export async function countPairs(
  knex: Knex,
  scope: ScorecardScope,
): Promise<CountedPairs[]> {
  const columns = ['control_id', 'criticality_rank', 'status'];
  const rows: {
    control_id: string;
    criticality_rank: number;
    status: ControlStatus;
    n: StoredNumber;
  }[] = await selectAssets(knex, scope)
    .join(
      'control_status',
      'control_status.entity_ref',
      'asset_index.entity_ref',
    )
    .groupBy(columns)
    .select(columns)
    .count({ n: '*' });
  return rows.map(row => ({
    controlId: row.control_id,
    rank: row.criticality_rank,
    status: row.status,
    count: readNumber(row.n),
  }));
}

/**
 * A page of assets, the greatest risk first: the weight of what is not satisfied,
 * then of what is not assessed or has no status yet.
 */
export async function readAssets(
  knex: Knex,
  scope: ScorecardScope,
  {
    weights,
    limit,
    cursor,
  }: {
    weights: readonly ControlWeight[];
    limit: number;
    cursor?: string | undefined;
  },
): Promise<AssetRow[]> {
  const page = knex
    .from(rankAssets(knex, scope, weights).as('ranked'))
    .orderBy([{ column: 'risk', order: 'desc' }, 'entity_ref'])
    .limit(limit)
    .select('*');
  if (cursor) {
    const [value = '', ref = ''] = readKeys(cursor, 2);
    if (!/^\d{1,15}$/.test(value)) {
      throw new CursorError();
    }
    page.where(after =>
      after
        .where('risk', '<', Number(value))
        .orWhere(same =>
          same.where('risk', Number(value)).where('entity_ref', '>', ref),
        ),
    );
  }
  const rows: (AssetRow & { risk: StoredNumber })[] = await page;
  return rows.map(row => ({ ...row, risk: readNumber(row.risk) }));
}

function rankAssets(
  knex: Knex,
  scope: ScorecardScope,
  weights: readonly ControlWeight[],
): Knex.QueryBuilder {
  const totals = sumByRank(weights);
  // So that one finding counts more than everything that is not assessed.
  const most = Math.max(0, ...totals.values()) + 1;
  const risk = `
    ${most} * COALESCE(SUM(CASE WHEN control_status.status = 'not-satisfied'
      THEN weights.weight END), 0)
    + ${selectByRank(totals)}
    - COALESCE(SUM(CASE WHEN control_status.status <> 'not-assessed'
      THEN weights.weight END), 0)`;
  return selectAssets(knex, scope)
    .join(
      'inventory_node',
      'inventory_node.entity_ref',
      'asset_index.entity_ref',
    )
    .leftJoin(
      'control_status',
      'control_status.entity_ref',
      'asset_index.entity_ref',
    )
    .leftJoin(toTable(knex, weights), join =>
      join
        .on('weights.control_id', 'control_status.control_id')
        .on('weights.rank', 'asset_index.criticality_rank'),
    )
    .groupBy(
      'asset_index.entity_ref',
      'inventory_node.title',
      'owner_ref',
      'criticality_rank',
    )
    .select(
      'asset_index.entity_ref',
      'inventory_node.title',
      'owner_ref',
      'criticality_rank',
      knex.raw(`${risk} AS risk`),
    );
}

/** The statuses of some assets, by asset and control. */
export async function readStatuses(
  knex: Knex,
  entityRefs: readonly string[],
): Promise<Map<string, Map<string, ControlStatus>>> {
  const rows: {
    entity_ref: string;
    control_id: string;
    status: ControlStatus;
  }[] = await knex('control_status')
    .whereIn('entity_ref', entityRefs)
    .select('entity_ref', 'control_id', 'status');
  const byAsset = new Map<string, Map<string, ControlStatus>>();
  for (const { entity_ref: ref, control_id: controlId, status } of rows) {
    byAsset.set(ref, (byAsset.get(ref) ?? new Map()).set(controlId, status));
  }
  return byAsset;
}

function selectAssets(
  knex: Knex,
  { owners, visible }: ScorecardScope,
): Knex.QueryBuilder {
  return whereVisible(
    knex('asset_index').whereIn('owner_ref', owners),
    knex,
    'asset_index.entity_ref',
    visible,
  );
}

function toTable(knex: Knex, weights: readonly ControlWeight[]): Knex.Raw {
  const rows = jsonRows(
    knex,
    { control_id: 'text', rank: 'integer', weight: 'integer' },
    weights.map(({ controlId, rank, weight }) => ({
      control_id: controlId,
      rank,
      weight,
    })),
  );
  return rows.wrap('(', ') AS weights');
}

/** The weight of all controls together, by the rank of an asset. */
function sumByRank(weights: readonly ControlWeight[]): Map<number, number> {
  const totals = new Map<number, number>();
  for (const { rank, weight } of weights) {
    totals.set(rank, (totals.get(rank) ?? 0) + weight);
  }
  return totals;
}

function selectByRank(totals: ReadonlyMap<number, number>): string {
  const cases = [...totals].map(
    ([rank, total]) => `WHEN ${rank} THEN ${total}`,
  );
  return cases.length > 0
    ? `CASE asset_index.criticality_rank ${cases.join(' ')} ELSE 0 END`
    : '0';
}
