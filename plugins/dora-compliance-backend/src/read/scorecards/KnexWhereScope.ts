import type { Knex } from 'knex';
import { whereTextIn } from '../../kernel/database/listTexts';
import { whereVisible } from '../../permissions/KnexVisible';
import { NONE, readRank, type ScorecardScope } from './ScorecardScope';

/** Narrows a query on `asset_score` to a scope, and to what may be read. */
export function whereScope<TQuery extends Knex.QueryBuilder>(
  query: TQuery,
  knex: Knex,
  scope: ScorecardScope,
): TQuery {
  whereVisible(query, knex, 'asset_score.entity_ref', scope.visible);
  const { of, ref, owners, systems = [] } = scope;
  switch (of) {
    case 'organization':
      return query;
    case 'group':
      return whereTextIn(query, knex, 'asset_score.owner_ref', owners);
    case 'criticality':
      return query.where(
        'asset_score.criticality_rank',
        readRank(ref),
      ) as TQuery;
    case 'asset':
      return query.where('asset_score.entity_ref', ref) as TQuery;
    case 'system':
      return whereSystems(query, knex, [ref === NONE ? '' : ref]);
    case 'domain':
      return whereSystems(query, knex, systems);
    case 'function':
      return whereFunction(query, knex, ref);
    default:
      return query.whereRaw('1 = 0') as TQuery;
  }
}

function whereSystems<TQuery extends Knex.QueryBuilder>(
  query: TQuery,
  knex: Knex,
  systems: readonly string[],
): TQuery {
  const assets = knex('asset_index').select('asset_index.entity_ref');
  return query.whereIn(
    'asset_score.entity_ref',
    whereTextIn(assets, knex, 'asset_index.system_ref', systems) as never,
  ) as TQuery;
}

function whereFunction<TQuery extends Knex.QueryBuilder>(
  query: TQuery,
  knex: Knex,
  ref: string,
): TQuery {
  const assets = knex('asset_function').select('asset_function.entity_ref');
  return ref === NONE
    ? (query.whereNotIn('asset_score.entity_ref', assets as never) as TQuery)
    : (query.whereIn(
        'asset_score.entity_ref',
        assets.where('function_ref', ref) as never,
      ) as TQuery);
}
