import type { LinkRelation } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { listTexts } from '../../kernel/database/listTexts';
import { whereInCatalog, whereVisible } from '../../permissions/KnexVisible';
import type { ScorecardScope } from './ScorecardScope';
import type { NamedLink } from './findWays';

/**
 * How many entities above the assets are looked at, and how many below the function, the
 * nearest first: everything may use a platform, and a function may depend on everything.
 */
const NEAREST = 1000;

/** A walk along links: where each step begins and ends. */
type Walk = { name: string; begin: string; end: string };

const UP: Walk = { name: 'up', begin: 'link.to_ref', end: 'link.from_ref' };
const DOWN: Walk = { name: 'down', begin: 'link.from_ref', end: 'link.to_ref' };

/**
 * The links that lead from a function to some of its assets, through entities that may be
 * read. One walk goes up from the assets, and one down from the function: what uses one
 * of the assets may be so much that the first one finds no way to the others.
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
      selectTexts(base, knex, assetRefs).union(walk(knex, scope, UP)),
    )
    .withRecursive('down', ['ref'], base =>
      selectTexts(base, knex, [scope.ref]).union(walk(knex, scope, DOWN)),
    )
    .with('near', selectNearest(knex, UP).union(selectNearest(knex, DOWN)))
    .from('near')
    .join('inventory_link as link', 'link.to_ref', 'near.ref')
    .join('inventory_node as user', 'user.entity_ref', 'link.from_ref')
    .join('inventory_node as used', 'used.entity_ref', 'link.to_ref')
    .whereIn('link.from_ref', knex.from('near').select('ref') as never)
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

function selectTexts(
  base: Knex.QueryBuilder,
  knex: Knex,
  texts: readonly string[],
): Knex.QueryBuilder {
  return base
    .select('text')
    .from(knex.raw('? AS start', [listTexts(knex, texts)]));
}

/** In a query of its own: SQLite has no limit of a part of a union. */
function selectNearest(knex: Knex, { name }: Walk): Knex.QueryBuilder {
  const nearest = knex.from(name).select('ref').limit(NEAREST);
  return knex.from(nearest.as(`nearest_${name}`)).select('ref');
}

/** The next step from what was reached: assets of the function, and what is no asset. */
function walk(
  knex: Knex,
  { ref, visible }: Pick<ScorecardScope, 'ref' | 'visible'>,
  { name, begin, end }: Walk,
): Knex.QueryBuilder {
  const column = 'node.entity_ref';
  const assets = knex('asset_function')
    .where('function_ref', ref)
    .select('entity_ref');
  return knex
    .from(name)
    .join('inventory_link as link', begin, `${name}.ref`)
    .join('inventory_node as node', column, end)
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
    .select(end);
}
