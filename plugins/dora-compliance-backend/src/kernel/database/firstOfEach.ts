import type { Knex } from 'knex';
import { inChunks } from './columns';

/** SQLite joins no more than 500 queries. */
const AT_ONCE = 200;

/**
 * The first row of a query for each item, in the order of the items, in one
 * statement for up to 200 of them. Each query must select the same columns, and
 * be able to read its first row from an index.
 */
export async function firstOfEach<TItem, TRow extends object>(
  knex: Knex,
  items: readonly TItem[],
  buildQuery: (item: TItem) => Knex.QueryBuilder,
): Promise<(TRow | undefined)[]> {
  const found: (TRow | undefined)[] = items.map(() => undefined);
  const numbered = items.map((item, place) => ({ item, place }));
  for (const chunk of inChunks(numbered, AT_ONCE)) {
    const firsts = chunk.map(({ item, place }) =>
      knex
        .select('*', knex.raw('CAST(? AS integer) AS place', [place]))
        .from(buildQuery(item).limit(1).as('first')),
    );
    const rows: (TRow & { place: number })[] = await knex.unionAll(firsts);
    for (const { place, ...row } of rows) {
      found[place] = row as unknown as TRow;
    }
  }
  return found;
}
