import type { Knex } from 'knex';
import { jsonRows } from '../kernel/database/jsonRows';

/** Narrows a query to rows of some pairs of asset and control. */
export function wherePairs<TQuery extends Knex.QueryBuilder>(
  query: TQuery,
  knex: Knex,
  pairs: readonly { entityRef: string; controlId: string }[],
): TQuery {
  const rows = jsonRows(
    knex,
    { entity_ref: 'text', control_id: 'text' },
    pairs.map(({ entityRef, controlId }) => ({
      entity_ref: entityRef,
      control_id: controlId,
    })),
  );
  return query.whereRaw('(entity_ref, control_id) IN (?)', [rows]) as TQuery;
}
