import type { Knex } from 'knex';
import { isSqlite } from './isSqlite';

/** What a column holds; `json` is JSON text, which arrives as it was written. */
type ColumnKind = 'text' | 'integer' | 'instant' | 'json';

const POSTGRES_TYPES: Record<ColumnKind, string> = {
  text: 'text',
  integer: 'integer',
  instant: 'timestamptz',
  json: 'json',
};

type Row<TColumn extends string> = Readonly<
  Record<TColumn, string | number | null>
>;

/**
 * Rows as a sub-query with a single parameter. The text of the statement is the
 * same for any number of rows: a parameter for each column of each row takes
 * longer to build and to parse than the statement takes to execute.
 */
export function jsonRows<TColumn extends string>(
  knex: Knex,
  columns: Readonly<Record<TColumn, ColumnKind>>,
  rows: readonly Row<TColumn>[],
): Knex.Raw {
  const kinds = Object.entries<ColumnKind>(columns).map(([name, kind]) => ({
    name: name as TColumn,
    kind: kind === 'json' && hasNul(rows, name as TColumn) ? 'text' : kind,
  }));
  const json = `[${rows.map(row => writeRow(kinds, row)).join()}]`;
  if (isSqlite(knex)) {
    const fields = kinds.map(
      ({ name, kind }) =>
        `value ${kind === 'json' ? '->' : '->>'} '$.${name}' AS ${name}`,
    );
    return knex.raw(`SELECT ${fields.join()} FROM json_each(?)`, [json]);
  }
  const types = kinds.map(
    ({ name, kind }) => `${name} ${POSTGRES_TYPES[kind]}`,
  );
  return knex.raw(
    `SELECT * FROM json_to_recordset(?::json) AS rows (${types.join()})`,
    [json],
  );
}

/** PostgreSQL does not read JSON with a NUL in it; it reads text that holds it. */
function hasNul<TColumn extends string>(
  rows: readonly Row<TColumn>[],
  name: TColumn,
): boolean {
  return rows.some(row => String(row[name]).includes('\\u0000'));
}

function writeRow<TColumn extends string>(
  kinds: readonly { name: TColumn; kind: ColumnKind }[],
  row: Row<TColumn>,
): string {
  const fields = kinds.map(({ name, kind }) => {
    const value = row[name];
    // JSON text is a value as it stands: quoted, it would be a quarter longer.
    return `"${name}":${kind === 'json' ? value : JSON.stringify(value)}`;
  });
  return `{${fields.join()}}`;
}
