import {
  type DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { isSqlite } from './isSqlite';
import { requireReleasedTables } from './requireReleasedTables';

/** Migrates the tables and returns the connection to the database. */
export async function migrate(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (isSqlite(knex)) {
    // A commit is written to disk once, not three times, and is as durable.
    await knex.raw('PRAGMA journal_mode = WAL');
    await knex.raw('PRAGMA synchronous = FULL');
  }
  await requireReleasedTables(knex);
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@ict-assurance/backstage-plugin-dora-compliance-backend',
        'migrations',
      ),
    });
  }
  return knex;
}
