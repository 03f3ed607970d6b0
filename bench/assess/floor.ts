import { performance } from 'node:perf_hooks';
import type { Knex } from 'knex';
import { type Driver, insertRows } from '../insertRows';

/** Tables that results end in. */
const TABLES = ['assessment', 'control_status'] as const;

/** Rows of one statement. */
const ROWS = 500;

/** Rows read at a time. */
const PAGE = 10 * ROWS;

/**
 * Seconds in which the driver alone writes all rows of results again, into
 * copies of their tables.
 */
export async function floorSeconds(knex: Knex): Promise<number> {
  const client: Driver = await knex.client.acquireRawConnection();
  let seconds = 0;
  try {
    for (const table of TABLES) {
      const copy = `floor_${table}`;
      await knex.raw('DROP TABLE IF EXISTS ??', [copy]);
      await knex.raw('CREATE TABLE ?? (LIKE ?? INCLUDING ALL)', [copy, table]);
      seconds += await copyRows(knex, client, table, copy);
      await knex.raw('DROP TABLE ??', [copy]);
    }
  } finally {
    await client.end();
  }
  return seconds;
}

async function copyRows(
  knex: Knex,
  client: Driver,
  table: string,
  copy: string,
): Promise<number> {
  let seconds = 0;
  let after = '(0,0)';
  for (;;) {
    // In the order in which they were written.
    const page: { place: string }[] = await knex(table)
      .whereRaw('ctid > ?::tid', [after])
      .orderByRaw('ctid')
      .limit(PAGE)
      .select('*', knex.raw('ctid::text AS place'));
    const last = page.at(-1);
    if (!last) {
      return seconds;
    }
    after = last.place;
    const rows = page.map(({ place: _, ...row }) => row);
    const begin = performance.now();
    for (let start = 0; start < rows.length; start += ROWS) {
      await insertRows(client, copy, rows.slice(start, start + ROWS));
    }
    seconds += (performance.now() - begin) / 1000;
  }
}
