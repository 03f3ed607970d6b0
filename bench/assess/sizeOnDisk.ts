import type { Knex } from 'knex';
import { countRows } from './BankDatabase';
import type { Figures } from './report';

/** What grows by a row when a result changes. */
const TABLES = ['assessment'] as const;

/** How many bytes a changed result takes on disk for good, with its indexes. */
export async function sizeOnDisk(knex: Knex): Promise<Figures> {
  const figures: Figures = {};
  for (const table of TABLES) {
    const { rows } = await knex.raw(
      'SELECT pg_total_relation_size(?::regclass) AS bytes',
      [table],
    );
    figures[`${table}, bytes for each row`] =
      Number(rows[0].bytes) / (await countRows(knex, table));
  }
  return figures;
}
