import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import createKnex, { type Knex } from 'knex';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { migrate } from './migrate';

const databases = new FreshDatabases();
const folder = createMockDirectory();

/** What the first migration of a pre-release version left. */
async function createFormerTables(knex: Knex) {
  const directory = folder.resolve('former');
  mkdirSync(directory, { recursive: true });
  writeFileSync(
    path.join(directory, '20261124000000_corridor.js'),
    `exports.up = knex => knex.schema.createTable('document', table => table.string('digest'));
     exports.down = knex => knex.schema.dropTable('document');`,
  );
  await knex.migrate.latest({ directory });
}

const start = (knex: Knex) => migrate({ getClient: async () => knex });

/** The message that `migrate` fails with. */
const failure = (knex: Knex) => start(knex).then(String, String);

describe('tables of a pre-release version', () => {
  it('on PostgreSQL, fail the start with the command that drops the schema', async () => {
    const knex = await databases.init('POSTGRES_14');
    await createFormerTables(knex);
    const message = await failure(knex);
    expect(message).toMatch(
      /The schema test_\d+ of the PostgreSQL database \S+ was created by a pre-release version of DORA compliance \(migration 20261124000000_corridor\.js\), and there is no migration from it\./,
    );
    expect(message).toContain('This deletes all evidence');
    const [command] = /DROP SCHEMA "test_\d+" CASCADE/.exec(message)!;
    await knex.raw(command!);
    // As Backstage does before it gives the database to the plugin.
    await knex.raw('CREATE SCHEMA ??', [/test_\d+/.exec(command!)![0]]);
    await start(knex);
    expect(await knex('evidence')).toEqual([]);
  });

  it('on PostgreSQL with a database for each plugin, name the database', async () => {
    const knex = await databases.init('POSTGRES_14');
    const { rows } = await knex.raw('SELECT current_database() AS name');
    const { config, connectionSettings } = knex.client;
    const own = createKnex({
      ...config,
      connection: {
        ...config.connection,
        password: connectionSettings.password,
      },
      searchPath: undefined,
    });
    await createFormerTables(own);
    expect(await failure(own)).toContain(
      `run: DROP DATABASE "${rows[0].name}", then start the backend again.`,
    );
    await own.destroy();
  });

  it('on SQLite, fail the start with the files to delete', async () => {
    const file = folder.resolve('dora-compliance.sqlite');
    const open = () =>
      createKnex({
        client: 'better-sqlite3',
        connection: { filename: file },
        useNullAsDefault: true,
      });
    const former = open();
    await createFormerTables(former);
    const message = await failure(former);
    await former.destroy();
    expect(message).toContain(
      `The SQLite database ${file} was created by a pre-release version`,
    );
    expect(message).toContain(`delete this file, ${file}-wal and ${file}-shm,`);
    for (const name of [file, `${file}-wal`, `${file}-shm`]) {
      rmSync(name, { force: true });
    }
    const fresh = open();
    await start(fresh);
    expect(await fresh('evidence')).toEqual([]);
    await fresh.destroy();
    expect(existsSync(file)).toBe(true);
  });
});

it.each(databases.eachSupportedId())(
  'starts again with the tables of this version on %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    await start(knex);
    await start(knex);
    expect(await knex('knex_migrations').pluck('name')).toEqual([
      '20261201000700_baseline.js',
    ]);
  },
);
