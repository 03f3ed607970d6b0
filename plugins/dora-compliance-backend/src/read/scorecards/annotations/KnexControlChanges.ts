import type { Knex } from 'knex';
import { isSqlite } from '../../../kernel/database/isSqlite';
import { selectColumns, type TimeRange, writeDay } from './KnexAnnotationRow';

/** Selects which controls became others, by day. They are the same for all readers. */
export function selectControlChanges(
  knex: Knex,
  { start, end }: TimeRange,
): Knex.QueryBuilder {
  const changes = knex('control_change')
    .whereBetween('changed_at', [start, end])
    .select('change', 'control_id', 'code')
    .select(knex.raw(`${writeDay(knex, 'changed_at')} AS day`));
  const list = isSqlite(knex) ? 'JSON_GROUP_ARRAY' : 'JSON_AGG';
  return knex
    .from(changes.as('changes'))
    .groupBy('day', 'change')
    .select(
      selectColumns(knex, 'controls', {
        day: 'day',
        latest: 'day',
        cause: 'change',
        what: `CAST(${list}(DISTINCT control_id || ' ' || code) AS text)`,
      }),
    );
}
