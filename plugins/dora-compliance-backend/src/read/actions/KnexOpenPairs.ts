import type { Knex } from 'knex';
import { jsonRows } from '../../kernel/database/jsonRows';
import { whereScope } from '../scorecards/KnexWhereScope';
import type { ScorecardScope } from '../scorecards/ScorecardScope';
import type { ActionRank } from './rankActions';

const COLUMNS = [
  'asset_score.entity_ref',
  'asset_score.owner_ref',
  'asset_score.criticality_rank',
  'ranks.control_id',
  'ranks.status',
  'ranks.gain',
];

/** The pairs of a scope that have a result with a status somebody can act on. */
export function selectOpenPairs(
  knex: Knex,
  scope: ScorecardScope,
  ranks: readonly ActionRank[],
): Knex.QueryBuilder {
  const assets = whereScope(knex('asset_score'), knex, scope);
  return assets
    .join(
      'control_status',
      'control_status.entity_ref',
      'asset_score.entity_ref',
    )
    .join(listRanks(knex, ranks), join =>
      join
        .on('ranks.control_id', 'control_status.control_id')
        .on('ranks.status', 'control_status.status')
        .on('ranks.rank', 'asset_score.criticality_rank'),
    )
    .select(...COLUMNS, 'control_status.assessment_id');
}

/**
 * The pairs of a scope without any result, which totals count as not assessed.
 *
 * @param ranks - those of controls that are not assessed
 */
export function selectNewPairs(
  knex: Knex,
  scope: ScorecardScope,
  ranks: readonly ActionRank[],
): Knex.QueryBuilder {
  const assets = whereScope(knex('asset_score'), knex, scope);
  return assets
    .join(listRanks(knex, ranks), 'ranks.rank', 'asset_score.criticality_rank')
    .whereNotExists(
      knex('control_status')
        .whereRaw('control_status.entity_ref = asset_score.entity_ref')
        .whereRaw('control_status.control_id = ranks.control_id'),
    )
    .select(...COLUMNS, knex.raw('NULL AS assessment_id'));
}

/** Adds reasons, titles and providers to the pairs of a page, and to no others. */
export function describePairs(
  knex: Knex,
  page: Knex.QueryBuilder,
): Knex.QueryBuilder {
  return knex
    .from(page.as('page'))
    .leftJoin('asset_index', 'asset_index.entity_ref', 'page.entity_ref')
    .leftJoin('assessment', 'assessment.id', 'page.assessment_id')
    .leftJoin('inventory_node', 'inventory_node.entity_ref', 'page.entity_ref')
    .orderBy([
      { column: 'page.gain', order: 'desc' },
      'page.entity_ref',
      'page.control_id',
    ])
    .select(
      'page.*',
      'asset_index.provider_ref',
      'assessment.summary',
      'assessment.as_of',
      'inventory_node.title',
    );
}

function listRanks(knex: Knex, ranks: readonly ActionRank[]): Knex.Raw {
  return jsonRows(
    knex,
    { control_id: 'text', rank: 'integer', status: 'text', gain: 'integer' },
    ranks,
  ).wrap('(', ') AS ranks');
}
