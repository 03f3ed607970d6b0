import type { Knex } from 'knex';
import { isSqlite } from './isSqlite';

/** The columns of rows, and what each holds. */
type Columns<TRow> = Readonly<Record<keyof TRow & string, 'text' | 'instant'>>;

/**
 * Rows as a sub-query with a single parameter. The text of the statement is the
 * same for any number of rows: a parameter for each column of each row takes
 * longer to build and to parse than the statement takes to execute.
 */
export function jsonRows<TRow extends object>(
  knex: Knex,
  columns: Columns<TRow>,
  rows: readonly TRow[],
): Knex.Raw {
  const names = Object.entries<'text' | 'instant'>(columns);
  const json = JSON.stringify(rows);
  if (isSqlite(knex)) {
    const fields = names.map(([name]) => `value ->> '$.${name}' AS ${name}`);
    return knex.raw(`SELECT ${fields.join(', ')} FROM json_each(?)`, [json]);
  }
  const fields = names.map(
    ([name, kind]) => `${name} ${kind === 'instant' ? 'timestamptz' : 'text'}`,
  );
  return knex.raw(
    `SELECT * FROM json_to_recordset(?::json) AS rows (${fields.join(', ')})`,
    [json],
  );
}
