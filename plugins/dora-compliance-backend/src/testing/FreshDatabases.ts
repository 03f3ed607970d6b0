import {
  type TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import createKnex, { type Knex } from 'knex';

/**
 * Empty databases for the tests of a file, on SQLite and PostgreSQL. On
 * PostgreSQL each is a schema of one database: to create and drop a hundred
 * databases takes a busy machine longer than the test utilities allow.
 */
export class FreshDatabases {
  readonly #open: Knex[] = [];
  readonly #databases: TestDatabases;
  #shared: Promise<Knex> | undefined;

  constructor() {
    // Before the databases themselves are dropped.
    afterAll(() => Promise.all(this.#open.map(knex => knex.destroy())));
    this.#databases = TestDatabases.create({
      ids: ['SQLITE_3', 'POSTGRES_14'],
    });
  }

  supports(id: TestDatabaseId): boolean {
    return this.#databases.supports(id);
  }

  eachSupportedId(): [TestDatabaseId][] {
    return this.#databases.eachSupportedId();
  }

  async init(id: TestDatabaseId): Promise<Knex> {
    if (!id.startsWith('POSTGRES')) {
      return this.#databases.init(id);
    }
    this.#shared ??= this.#databases.init(id);
    const shared = await this.#shared;
    const schema = `test_${this.#open.length}`;
    await shared.raw('CREATE SCHEMA ??', [schema]);
    const { config, connectionSettings } = shared.client;
    const knex = createKnex({
      ...config,
      // Knex hides the password of a configuration.
      connection: {
        ...config.connection,
        password: connectionSettings.password,
      },
      searchPath: [schema],
    });
    this.#open.push(knex);
    return knex;
  }
}
