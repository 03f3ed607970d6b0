import type { Knex } from 'knex';
import { isSqlite } from '../database/isSqlite';
import type { Visibility } from './Visibility';

/** Narrows a query to rows whose column names an entity that may be read. */
export function whereVisible<TQuery extends Knex.QueryBuilder>(
  query: TQuery,
  knex: Knex,
  column: string,
  visible: Visibility,
): TQuery {
  if (visible !== 'all') {
    query.whereRaw(`${column} IN (${listOf(knex)})`, [JSON.stringify(visible)]);
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
    query.whereExists(identifiersOf(knex, key, visible));
  }
  return query;
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
        .orWhereExists(identifiersOf(knex, 'source_gap.target_key', visible)),
    );
  }
  return query;
}

/** The assets that may be read and have this key. */
export function identifiersOf(
  knex: Knex,
  key: string,
  visible: Visibility,
): Knex.QueryBuilder {
  return whereVisible(
    knex('asset_identifier')
      .whereRaw(`asset_identifier.subject_key = ${key}`)
      .select(knex.raw('1')),
    knex,
    'asset_identifier.entity_ref',
    visible,
  );
}

/**
 * Narrows a query on `document` to those that say something about an asset
 * that may be read, and nothing that is only about others. What nothing could
 * be read from belongs to none.
 */
export function whereConcernsVisible<TQuery extends Knex.QueryBuilder>(
  query: TQuery,
  knex: Knex,
  visible: Visibility,
): TQuery {
  if (visible !== 'all') {
    const evidence = () =>
      knex('evidence')
        .whereRaw('evidence.document_digest = document.digest')
        .select(knex.raw('1'));
    const ofAsset = (of: Visibility) =>
      knex('evidence_subject')
        .whereRaw('evidence_subject.evidence_id = evidence.id')
        .whereExists(identifiersOf(knex, 'evidence_subject.subject_key', of))
        .select(knex.raw('1'));
    query
      .whereExists(evidence().whereExists(ofAsset(visible)))
      .whereNotExists(
        evidence().whereExists(ofAsset('all')).whereNotExists(ofAsset(visible)),
      );
  }
  return query;
}

/** The elements of a JSON list as a sub-query. */
function listOf(knex: Knex): string {
  return isSqlite(knex)
    ? 'SELECT value FROM json_each(?)'
    : 'SELECT jsonb_array_elements_text(?::jsonb)';
}
