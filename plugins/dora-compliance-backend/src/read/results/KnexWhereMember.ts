import type { Knex } from 'knex';
import { isSqlite } from '../../kernel/database/isSqlite';

/** What of JSON in a column differs between databases. */
const forSqlite = {
  rows: "json_each(assessment.body, '$.rows') AS part",
  kind: "part.value ->> '$.member.kind'",
  status: "part.value ->> '$.status'",
  position: 'INSTR',
};
const forPostgres = {
  rows: "json_array_elements(CAST(assessment.body AS json) -> 'rows') AS part(value)",
  kind: "part.value -> 'member' ->> 'kind'",
  status: "part.value ->> 'status'",
  position: 'STRPOS',
};

/**
 * Narrows a query on `assessment` to those with an open member of a kind, and to those
 * without any open member: what is not assessed as a whole may be about this kind. A
 * JSON text with a NUL, which PostgreSQL can't read, is not left out.
 */
export function whereMember(
  query: Knex.QueryBuilder,
  knex: Knex,
  kind: string,
): Knex.QueryBuilder {
  const json = isSqlite(knex) ? forSqlite : forPostgres;
  const open = `SELECT 1 FROM ${json.rows}
    WHERE ${json.status} NOT IN ('satisfied', 'not-applicable')`;
  return query.whereRaw(
    `CASE WHEN assessment.id IS NULL THEN true
       WHEN ${json.position}(assessment.body, ?) > 0 THEN true
       ELSE NOT EXISTS (${open}) OR EXISTS (${open} AND ${json.kind} = ?)
     END`,
    ['\\u0000', kind],
  );
}
