import type { Knex } from 'knex';
import { isSqlite } from './isSqlite';

/** The first migration that was released. */
const BASELINE = '20261201000700_baseline.js';

/**
 * Fails if a version from before the first release created the tables. There
 * are no migrations from them.
 */
export async function requireReleasedTables(knex: Knex): Promise<void> {
  if (!(await knex.schema.hasTable('knex_migrations'))) {
    return;
  }
  const names: string[] = await knex('knex_migrations').pluck('name');
  const former = names.sort().find(name => name < BASELINE);
  if (former !== undefined) {
    const { place, removal } = isSqlite(knex)
      ? await removalOfFile(knex)
      : await removalOfSchema(knex);
    throw new Error(
      `${place} was created by a pre-release version of DORA compliance (migration ${former}), and there is no migration from it. ${removal}, then start the backend again. This deletes all evidence, assessments and reviews of the pre-release version. To keep a copy, see "Pre-release databases" in the installation guide first.`,
    );
  }
}

async function removalOfFile(knex: Knex) {
  const [{ file }] = await knex.raw('PRAGMA database_list');
  return {
    place: `The SQLite database ${file}`,
    removal: `Stop the backend and delete this file, ${file}-wal and ${file}-shm`,
  };
}

async function removalOfSchema(knex: Knex) {
  const {
    rows: [{ database, schema }],
  } = await knex.raw(
    'SELECT current_database() AS database, current_schema() AS schema',
  );
  return schema === 'public'
    ? {
        place: `The PostgreSQL database ${database}`,
        removal: `Stop all replicas and run: DROP DATABASE "${database}"`,
      }
    : {
        place: `The schema ${schema} of the PostgreSQL database ${database}`,
        removal: `Stop all replicas and run: DROP SCHEMA "${schema}" CASCADE`,
      };
}
