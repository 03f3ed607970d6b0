import createKnex, { type Knex } from 'knex';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { holdConnections } from '../../__testUtils__/holdConnections';
import { SilentLine } from '../../__testUtils__/SilentLine';
import { isUnreachable } from './isUnreachable';
import { withLimits } from './KnexLimited';

const databases = new FreshDatabases();
const caught = (promise: PromiseLike<unknown>) =>
  Promise.resolve(promise).then(
    () => undefined,
    (error: unknown) => error,
  );
const pendingIn = (knex: Knex): number => knex.client.pool.numPendingAcquires();

/** Statements of a minute are not what these tests are about. */
const statement = 60_000;

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  let knex: Knex;
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await knex.schema.createTable('thing', table => table.integer('n'));
  });
  afterEach(async () => {
    await knex.destroy();
  });

  it('ends the wait for a connection, and writes nothing afterwards', async () => {
    const view = withLimits(knex, { connection: 50, statement });
    const release = await holdConnections(knex);
    const error = await caught(view('thing').insert({ n: 1 }));
    expect(error).toMatchObject({
      code: 'ETIMEDOUT',
      message: expect.stringContaining('No connection to the database'),
    });
    expect(isUnreachable(error)).toBe(true);
    expect(pendingIn(knex)).toBe(0);
    await release();
    expect(await knex('thing')).toEqual([]);
  });

  it('begins no transaction without a connection', async () => {
    const view = withLimits(knex, { connection: 50, statement });
    const release = await holdConnections(knex);
    const work = jest.fn();
    expect(await caught(view.transaction(work))).toMatchObject({
      code: 'ETIMEDOUT',
    });
    await release();
    expect(work).not.toHaveBeenCalled();
  });

  it('lets others wait longer for the same connections', async () => {
    const hasty = withLimits(knex, { connection: 50, statement });
    const patient = withLimits(knex, { statement });
    const release = await holdConnections(knex);
    const kept = caught(patient('thing').insert({ n: 2 }));
    expect(await caught(hasty('thing').insert({ n: 1 }))).toBeDefined();
    await release();
    expect(await kept).toBeUndefined();
    expect(await hasty('thing')).toEqual([{ n: 2 }]);
  });

  it('leaves the connections to others when it is destroyed', async () => {
    const view = withLimits(knex, { statement });
    await view('thing').insert({ n: 1 });
    await view.destroy();
    expect(await knex('thing')).toEqual([{ n: 1 }]);
  });
});

describe('on PostgreSQL', () => {
  let knex: Knex;
  const open: { destroy(): Promise<void> }[] = [];
  beforeEach(async () => {
    knex = await databases.init('POSTGRES_14');
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map(one => one.destroy()));
    await knex.destroy();
  });

  /** The same database with one connection, which all its users share. */
  function alone(more: object = {}): Knex {
    const { config, connectionSettings } = knex.client;
    const { password } = connectionSettings;
    const one = createKnex({
      ...config,
      connection: { ...config.connection, password, ...more },
      pool: { min: 0, max: 1 },
    });
    open.push(one);
    return one;
  }

  const limitIn = async (on: Knex) =>
    (await on.raw('SHOW statement_timeout')).rows[0].statement_timeout;

  it('each view has its limits on a connection that all share', async () => {
    const shared = alone();
    const served = withLimits(shared, { statement: 5_000 });
    const work = withLimits(shared, { statement: 30_000 });
    expect(await limitIn(served)).toBe('5s');
    expect(await limitIn(work)).toBe('30s');
    await work.transaction(async transaction => {
      expect(await limitIn(transaction)).toBe('30s');
    });
    expect(await limitIn(served)).toBe('5s');
  });

  it('cancels a statement that waits for a lock', async () => {
    await knex.schema.createTable('thing', table => table.integer('n'));
    await knex('thing').insert({ n: 1 });
    const holder = await knex.transaction();
    await holder('thing').update({ n: 2 });
    const view = withLimits(knex, { statement: 300 });
    const error = await caught(view('thing').update({ n: 3 }));
    expect(error).toMatchObject({ code: '57014' });
    expect(isUnreachable(error)).toBe(true);
    await holder.commit();
    expect(await knex('thing')).toEqual([{ n: 2 }]);
  });

  it('ends a connection over which no answer comes, and opens another', async () => {
    const { host, port } = knex.client.connectionSettings;
    const line = new SilentLine({ host, port: Number(port) });
    const far = alone({ host: '127.0.0.1', port: await line.listen() });
    const view = withLimits(far, { statement: 100 });
    const failed = view.transaction(async transaction => {
      line.fallSilent();
      await transaction.raw('SELECT 1');
    });
    expect(isUnreachable(await caught(failed))).toBe(true);
    line.fallSilent(false);
    const { rows } = await withLimits(far, { statement }).raw('SELECT 1 AS n');
    expect(rows).toEqual([{ n: 1 }]);
    await far.destroy();
    line.close();
  });
});
