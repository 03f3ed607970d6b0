import type { Knex } from 'knex';

/** Whether a database is SQLite, which Backstage runs on while developing. */
export function isSqlite(knex: Knex): boolean {
  return knex.client.config.client === 'better-sqlite3';
}
