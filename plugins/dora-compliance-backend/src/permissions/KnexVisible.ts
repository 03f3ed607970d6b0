import type { Knex } from 'knex';
import { isSqlite } from '../kernel/database/isSqlite';
import { whereTextIn } from '../kernel/database/listTexts';
import { selectAssets } from './KnexAssetCriteria';
import { isRuled, readCatalogPart, type Visibility } from './Visibility';

/** Narrows a query to rows whose column names an asset that may be read. */
export function whereVisible<TQuery extends Knex.QueryBuilder>(
  query: TQuery,
  knex: Knex,
  column: string,
  visible: Visibility,
): TQuery {
  if (isRuled(visible)) {
    query.whereRaw(`${column} IN (?)`, [selectAssets(knex, visible.criteria)]);
  }
  return whereInCatalog(query, knex, column, visible);
}

/**
 * Narrows a query to rows whose column names an entity that the catalog lets read. For
 * entities that are no assets: there are no permission rules for those.
 */
export function whereInCatalog<TQuery extends Knex.QueryBuilder>(
  query: TQuery,
  knex: Knex,
  column: string,
  visible: Visibility,
): TQuery {
  const catalog = readCatalogPart(visible);
  if (catalog !== 'all') {
    query.whereRaw(`${column} IN (${expandList(knex)})`, [
      JSON.stringify(catalog),
    ]);
  }
  return query;
}

/** Those of some assets that may be read. Only permission rules need the database. */
export async function listVisible(
  knex: Knex,
  entityRefs: readonly string[],
  visible: Visibility,
): Promise<ReadonlySet<string>> {
  if (visible === 'all') {
    return new Set(entityRefs);
  }
  if (!isRuled(visible)) {
    const readable = new Set(visible);
    return new Set(entityRefs.filter(ref => readable.has(ref)));
  }
  const found: string[] = await whereVisible(
    whereTextIn(knex('asset_index'), knex, 'asset_index.entity_ref', [
      ...new Set(entityRefs),
    ]),
    knex,
    'asset_index.entity_ref',
    visible,
  ).pluck('asset_index.entity_ref');
  return new Set(found);
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
