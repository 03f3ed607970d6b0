import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import knexFactory, { type Knex } from 'knex';

const PLUGIN = 'dora-compliance';

/** Where a backend under fault keeps its data: databases of its own. */
export interface DrillStore {
  /** Its configuration files, seen from the root of the repository. */
  readonly configs: readonly string[];
  /** The environment that leads the backend here. */
  readonly env: Readonly<Record<string, string>>;
  /** A connection of the drill to the database of the plugin. */
  connect(): Knex;
  /**
   * From now on no outcome can be written, so that whatever is received waits.
   * Returns how to let go, once the backend is dead.
   */
  hold(knex: Knex): Promise<() => Promise<unknown>>;
  /** Removes the databases. */
  drop(): Promise<void>;
}

/** SQLite files in a folder of their own. */
export function sqliteStore(): DrillStore {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'dora-drill-'));
  return {
    configs: ['app-config.yaml', 'e2e/app-config.e2e.yaml'],
    env: { APP_CONFIG_backend_database_connection_directory: folder },
    connect: () =>
      knexFactory({
        client: 'better-sqlite3',
        connection: { filename: path.join(folder, `${PLUGIN}.sqlite`) },
        useNullAsDefault: true,
      }),
    // SQLite can't lock one table: an outcome takes minutes of counting.
    async hold(knex) {
      await knex.raw(`CREATE VIEW drill_minutes AS
        WITH RECURSIVE tick(n) AS
          (SELECT 1 UNION ALL SELECT n + 1 FROM tick WHERE n < 1000000000)
        SELECT max(n) AS n FROM tick`);
      await knex.raw(`CREATE TRIGGER drill_hold BEFORE INSERT
        ON document_outcome BEGIN SELECT n FROM drill_minutes; END`);
      return async () => {
        await knex.raw('DROP TRIGGER drill_hold');
        await knex.raw('DROP VIEW drill_minutes');
      };
    },
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Databases on a PostgreSQL server, distinguished by a prefix. */
export function postgresStore(server: string): DrillStore {
  const prefix = `dora_drill_${randomBytes(4).toString('hex')}_`;
  const address = new URL(server);
  const connect = (database: string) => {
    const connection = new URL(address);
    connection.pathname = `/${database}`;
    return knexFactory({ client: 'pg', connection: connection.href });
  };
  return {
    configs: [
      'app-config.yaml',
      'app-config.production.yaml',
      'e2e/app-config.e2e.yaml',
    ],
    env: {
      POSTGRES_HOST: address.hostname,
      POSTGRES_PORT: address.port || '5432',
      POSTGRES_USER: decodeURIComponent(address.username),
      POSTGRES_PASSWORD: decodeURIComponent(address.password) || 'none',
      APP_CONFIG_backend_database_prefix: prefix,
    },
    connect: () => connect(`${prefix}${PLUGIN}`),
    async hold(knex) {
      const transaction = await knex.transaction();
      await transaction.raw('LOCK TABLE document_outcome IN SHARE MODE');
      return () => transaction.rollback();
    },
    async drop() {
      const knex = connect('postgres');
      try {
        const names: string[] = await knex('pg_database')
          .whereRaw('starts_with(datname, ?)', [prefix])
          .pluck('datname');
        for (const name of names) {
          await knex.raw('DROP DATABASE ?? WITH (FORCE)', [name]);
        }
      } finally {
        await knex.destroy();
      }
    },
  };
}
