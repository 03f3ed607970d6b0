import type { Knex } from 'knex';
import { selectStatusChanges } from '../KnexStatusChanges';
import type { ScorecardScope } from '../ScorecardScope';
import { selectColumns, type TimeRange, writeDay } from './KnexAnnotationRow';

/** Selects, by day, how many risks of a scope were accepted, and how many no longer are. */
export function selectAcceptedRisks(
  knex: Knex,
  scope: ScorecardScope,
  { start, end }: TimeRange,
): Knex.QueryBuilder {
  const changes = selectStatusChanges(knex, scope)
    .whereBetween('status_change.changed_at', [start, end])
    // As in the index of these rows, word for word.
    .whereRaw("(from_status = 'risk-accepted' OR to_status = 'risk-accepted')")
    .select('from_status', 'to_status')
    .select(knex.raw(`${writeDay(knex, 'status_change.changed_at')} AS day`));
  const count = (column: string) =>
    `SUM(CASE WHEN ${column} = 'risk-accepted' THEN 1 ELSE 0 END)`;
  return knex
    .from(changes.as('risks'))
    .groupBy('day')
    .select(
      selectColumns(knex, 'risk', {
        day: 'day',
        latest: 'day',
        amount: count('to_status'),
        ended: count('from_status'),
      }),
    );
}
