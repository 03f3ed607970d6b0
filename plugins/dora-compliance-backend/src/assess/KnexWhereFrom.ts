import type { Knex } from 'knex';
import type { QueueKey } from './QueueStart';

/** Narrows a query of the queue to a pair and those after it, in their order. */
export function whereFrom<TQuery extends Knex.QueryBuilder>(
  query: TQuery,
  start: QueueKey | undefined,
): TQuery {
  return (
    start
      ? query.whereRaw('(due_at, entity_ref, control_id) >= (?, ?, ?)', [
          start.dueAt,
          start.entityRef,
          start.controlId,
        ])
      : query
  ) as TQuery;
}
