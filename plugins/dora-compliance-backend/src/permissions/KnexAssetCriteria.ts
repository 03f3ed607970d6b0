import { Criticality } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { AssetQuery } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Knex } from 'knex';
import { whereTextIn } from '../kernel/database/listTexts';
import type { AssetCriteria } from './AssetRules';

/**
 * The assets that meet criteria, as a sub-query. It does not depend on the outer query,
 * so that a database evaluates it once and not for every row.
 */
export function selectAssets(
  knex: Knex,
  criteria: AssetCriteria,
): Knex.QueryBuilder {
  return whereCriteria(
    knex('asset_index').select('asset_index.entity_ref'),
    knex,
    criteria,
  );
}

/** Narrows a query on `asset_index`. */
function whereCriteria(
  query: Knex.QueryBuilder,
  knex: Knex,
  criteria: AssetCriteria,
): Knex.QueryBuilder {
  const nested =
    (one: AssetCriteria) =>
    (inner: Knex.QueryBuilder): void => {
      whereCriteria(inner, knex, one);
    };
  if ('allOf' in criteria) {
    criteria.allOf.forEach(one => query.andWhere(nested(one)));
    return query;
  }
  if ('anyOf' in criteria) {
    return query.where(either => {
      // Without this, a list of no criteria would be met by every asset.
      either.whereRaw('1 = 0');
      criteria.anyOf.forEach(one => either.orWhere(nested(one)));
    });
  }
  return 'not' in criteria
    ? query.whereNot(nested(criteria.not))
    : whereProperty(query, knex, criteria);
}

function whereProperty(
  query: Knex.QueryBuilder,
  knex: Knex,
  { property, values }: AssetQuery,
): Knex.QueryBuilder {
  switch (property) {
    case 'owner':
      return whereTextIn(query, knex, 'asset_index.owner_ref', values);
    case 'system':
      return whereTextIn(query, knex, 'asset_index.system_ref', values);
    case 'function':
      return query.whereIn(
        'asset_index.entity_ref',
        whereTextIn(
          knex('asset_function').select('asset_function.entity_ref'),
          knex,
          'asset_function.function_ref',
          values,
        ) as never,
      );
    case 'criticality':
      return query.whereIn('asset_index.criticality_rank', values.map(toRank));
    default:
      // Neither yes nor no: within `not`, either answer could allow everything.
      throw new TypeError(
        `A permission rule asks for the property "${property}" of an asset, which the inventory does not know. Install the same version of the node and the backend package.`,
      );
  }
}

/** The last rank is that of assets without a classification. */
function toRank(level: string): number {
  const rank = (Criticality.options as readonly string[]).indexOf(level);
  return rank < 0 ? Criticality.options.length : rank;
}
