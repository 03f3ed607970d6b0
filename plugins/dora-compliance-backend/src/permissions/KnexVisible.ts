import type { Knex } from 'knex';
import { isSqlite } from '../kernel/database/isSqlite';
import type { Visibility } from './Visibility';

/** Narrows a query to rows whose column names an entity that may be read. */
export function whereVisible<TQuery extends Knex.QueryBuilder>(
  query: TQuery,
  knex: Knex,
  column: string,
  visible: Visibility,
): TQuery {
  if (visible !== 'all') {
    query.whereRaw(`${column} IN (${expandList(knex)})`, [
      JSON.stringify(visible),
    ]);
  }
  return query;
}

/**
 * Narrows a query to rows whose key is one of an asset that may be read: the
 * asset itself, a repository it is built from, or its pipeline.
 */
export function whereOfVisibleAsset<TQuery extends Knex.QueryBuilder>(
  query: TQuery,
  knex: Knex,
  key: string,
  visible: Visibility,
): TQuery {
  if (visible !== 'all') {
    query.whereIn(knex.raw(key) as never, selectKeys(knex, visible) as never);
  }
  return query;
}

/**
 * The keys of all assets that may be read. Does not depend on the outer query,
 * so that a database evaluates the list once and not for every row.
 */
export function selectKeys(knex: Knex, visible: Visibility): Knex.QueryBuilder {
  return whereVisible(
    knex('asset_identifier').select('asset_identifier.subject_key'),
    knex,
    'asset_identifier.entity_ref',
    visible,
  );
}

/**
 * Narrows a query on `source_gap` to gaps of the whole source and of targets
 * of assets that may be read.
 */
export function whereGapVisible<TQuery extends Knex.QueryBuilder>(
  query: TQuery,
  knex: Knex,
  visible: Visibility,
): TQuery {
  if (visible !== 'all') {
    query.andWhere(either =>
      either
        .where('source_gap.target_key', '')
        .orWhereIn('source_gap.target_key', selectKeys(knex, visible)),
    );
  }
  return query;
}

/** The elements of a JSON list as a sub-query. */
function expandList(knex: Knex): string {
  return isSqlite(knex)
    ? 'SELECT value FROM json_each(?)'
    : 'SELECT jsonb_array_elements_text(?::jsonb)';
}
