import type { Knex } from 'knex';
import { isSqlite } from '../../kernel/database/isSqlite';

/** What of JSON in a column differs between databases. */
const forSqlite = {
  rows: "json_each(assessment.body, '$.rows') AS part",
  kind: "part.value ->> '$.member.kind'",
  status: "part.value ->> '$.status'",
  position: 'INSTR',
  count: (name: string) => `assessment.body ->> '$.counts.${name}'`,
};
const forPostgres = {
  rows: "json_array_elements(CAST(assessment.body AS json) -> 'rows') AS part(value)",
  kind: "part.value -> 'member' ->> 'kind'",
  status: "part.value ->> 'status'",
  position: 'STRPOS',
  count: (name: string) =>
    `CAST(CAST(assessment.body AS json) -> 'counts' ->> '${name}' AS integer)`,
};

/** The members that an assessment counts; not those that it is not applicable to. */
const COUNTS = ['satisfied', 'notAssessed', 'notSatisfied', 'riskAccepted'];

/**
 * Narrows a query on `assessment` to those that may have an open member of a kind. One
 * is left out only if its stored members prove that it has none: something else is
 * open, all members are stored, and those of the kind are all closed. Without a member
 * of the kind, nothing was there to assess, as when an asset was never scanned. A JSON
 * text with a NUL, which PostgreSQL can't read, is not left out.
 */
export function whereMember(
  query: Knex.QueryBuilder,
  knex: Knex,
  kind: string,
): Knex.QueryBuilder {
  const json = isSqlite(knex) ? forSqlite : forPostgres;
  const isOpen = `${json.status} NOT IN ('satisfied', 'not-applicable')`;
  const counted = COUNTS.map(name => `COALESCE(${json.count(name)}, 0)`);
  return query.whereRaw(
    `CASE WHEN assessment.id IS NULL THEN true
       WHEN ${json.position}(assessment.body, ?) > 0 THEN true
       ELSE (SELECT COUNT(*) FILTER (WHERE ${isOpen}) = 0
           OR COUNT(*) FILTER (WHERE ${json.kind} = ?) = 0
           OR COUNT(*) FILTER (WHERE ${isOpen} AND ${json.kind} = ?) > 0
           OR COUNT(*) FILTER (WHERE ${json.status} <> 'not-applicable')
             < ${counted.join(' + ')}
         FROM ${json.rows})
     END`,
    ['\\u0000', kind, kind],
  );
}
