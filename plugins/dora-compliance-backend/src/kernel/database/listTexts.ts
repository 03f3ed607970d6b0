import type { Knex } from 'knex';
import { isSqlite } from './isSqlite';
import { jsonRows } from './jsonRows';

/** Any number of texts as a sub-query with one parameter, in parentheses. */
export function listTexts(knex: Knex, texts: readonly string[]): Knex.Raw {
  return jsonRows(
    knex,
    { text: 'text' },
    texts.map(text => ({ text })),
  ).wrap('(', ')');
}

/** Narrows a query to rows with one of these texts, however many. */
export function whereTextIn<TQuery extends Knex.QueryBuilder>(
  query: TQuery,
  knex: Knex,
  column: string,
  texts: readonly string[],
): TQuery {
  // PostgreSQL knows how many elements an array has, and then uses an index.
  return (
    isSqlite(knex)
      ? query.whereRaw(`${column} IN ?`, [listTexts(knex, texts)])
      : query.whereRaw(`${column} = ANY(CAST(? AS text[]))`, [[...texts]])
  ) as TQuery;
}
