import type { Knex } from 'knex';
import { countRows } from './BankDatabase';
import type { Figures } from './report';

/** How many bytes a changed result takes on disk for good, with its indexes. */
export async function sizeOnDisk(knex: Knex): Promise<Figures> {
  const { rows } = await knex.raw(
    "SELECT pg_total_relation_size('assessment') AS bytes",
  );
  const count = await countRows(knex, 'assessment');
  return { 'assessment, bytes for each row': Number(rows[0].bytes) / count };
}
