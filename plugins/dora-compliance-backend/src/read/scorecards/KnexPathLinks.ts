import type { LinkRelation } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { listTexts } from '../../kernel/database/listTexts';
import { whereInCatalog, whereVisible } from '../../permissions/KnexVisible';
import type { ScorecardScope } from './ScorecardScope';
import type { NamedLink } from './findWays';

/**
 * How many entities above the assets are looked at, the nearest first: a platform may be
 * used by everything that there is.
 */
const NEAREST = 1000;

/**
 * The links that lead from a function to some of its assets, through entities that may be
 * read. The walk goes up from the assets: down from the function, it would reach all that
 * the function depends on.
 */
export async function readPathLinks(
  knex: Knex,
  scope: Pick<ScorecardScope, 'ref' | 'visible'>,
  assetRefs: readonly string[],
): Promise<NamedLink[]> {
  const rows: {
    from_ref: string;
    to_ref: string;
    from_title: string;
    to_title: string;
    relation: LinkRelation;
  }[] = await knex
    .withRecursive('up', ['ref'], base =>
      base
        .select('text')
        .from(knex.raw('? AS start', [listTexts(knex, assetRefs)]))
        .union(walkUp(knex, scope)),
    )
    .with('near', knex.from('up').select('ref').limit(NEAREST))
    .from('near')
    .join('inventory_link as link', 'link.to_ref', 'near.ref')
    .join('inventory_node as user', 'user.entity_ref', 'link.from_ref')
    .join('inventory_node as used', 'used.entity_ref', 'link.to_ref')
    .where(either =>
      either
        .where('link.from_ref', scope.ref)
        .orWhereIn('link.from_ref', knex.from('near').select('ref') as never),
    )
    .distinct(
      'link.from_ref',
      'link.to_ref',
      'link.relation',
      'user.title as from_title',
      'used.title as to_title',
    )
    .orderBy(['link.from_ref', 'link.to_ref', 'link.relation']);
  return rows.map(row => ({
    from: { entityRef: row.from_ref, title: row.from_title },
    to: { entityRef: row.to_ref, title: row.to_title },
    relation: row.relation,
  }));
}

/** What uses what was reached: assets of the function, and what is no asset. */
function walkUp(
  knex: Knex,
  { ref, visible }: Pick<ScorecardScope, 'ref' | 'visible'>,
): Knex.QueryBuilder {
  const column = 'node.entity_ref';
  const assets = knex('asset_function')
    .where('function_ref', ref)
    .select('entity_ref');
  return knex
    .from('up')
    .join('inventory_link as link', 'link.to_ref', 'up.ref')
    .join('inventory_node as node', column, 'link.from_ref')
    .where(either =>
      either
        .where(asset => {
          asset.where('node.node', 'asset').whereIn(column, assets as never);
          whereVisible(asset, knex, column, visible);
        })
        .orWhere(other => {
          other.whereNot('node.node', 'asset');
          whereInCatalog(other, knex, column, visible);
        }),
    )
    .select('link.from_ref');
}
