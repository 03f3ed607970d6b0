import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { migrate } from '../database/migrate';
import { KnexCursorKey } from './KnexCursorKey';

const databases = new FreshDatabases();

it.each(databases.eachSupportedId())(
  'is the same for all replicas, and can be renewed while they run, on %s',
  async databaseId => {
    const knex = await databases.init(databaseId);
    await migrate({ getClient: async () => knex });
    const replicas = [1, 2, 3].map(() => new KnexCursorKey(knex));
    const keys = await Promise.all(replicas.map(one => one.current()));
    expect(keys[0]).toHaveLength(32);
    expect(new Set(keys.map(key => key.toString('hex'))).size).toBe(1);
    const [first, second] = replicas;
    expect(await first!.changed()).toBeUndefined();
    await knex('cursor_key').delete();
    const renewed = await first!.changed();
    expect(renewed).toHaveLength(32);
    expect(renewed).not.toEqual(keys[0]);
    expect(await second!.changed()).toEqual(renewed);
    await knex.destroy();
  },
);
