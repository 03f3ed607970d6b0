import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import request from 'supertest';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import {
  asset,
  base,
  deliver,
  waitUntilProcessed,
  start,
} from './__testUtils__/GithubBackend';
import { push } from './__testUtils__/githubPayloads';
import { holdConnections } from './__testUtils__/holdConnections';
import { until } from './testing/until';

const databases = new FreshDatabases();

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  let knex: Knex;
  let backend: Awaited<ReturnType<typeof start>>;
  let release = async () => {};
  // Also when a test gives up, or nothing ends after it.
  afterEach(() => release());
  beforeAll(async () => {
    knex = await databases.init(databaseId);
    // Who waits as long as the pool does waits longer than any test.
    knex.client.pool.acquireTimeoutMillis = 60 * 60_000;
    const database = createServiceFactory({
      service: coreServices.database,
      deps: {},
      factory: () => ({ getClient: async () => knex }),
    });
    backend = await start(undefined, undefined, [database]);
    await until(
      () => request(backend.server).get(`${asset}/compliance`),
      ({ status }) => status === 200,
    );
    await waitUntilProcessed(backend.server);
  });
  afterAll(async () => {
    await backend.stop();
    await knex.destroy();
  });

  const kept = async () => {
    const [row] = await knex('delivery')
      .where('delivery_id', 'like', '%one')
      .count({ n: '*' });
    return Number(row?.n);
  };

  it('a delivery is answered 503 while no connection is free, and is kept once when it is sent again', async () => {
    const text = JSON.stringify(push());
    const headers = { 'x-github-event': 'push', 'x-github-delivery': 'one' };
    release = await holdConnections(knex);
    const refused = await deliver(backend.server, text, headers);
    await release();
    expect(refused.status).toBe(503);
    expect(refused.body.error.code).toBe('store-unavailable');
    expect(refused.headers['retry-after']).toBe('5');
    expect(await kept()).toBe(0);
    const statuses = [
      (await deliver(backend.server, text, headers)).status,
      (await deliver(backend.server, text, headers)).status,
    ];
    expect(statuses).toEqual([202, 202]);
    expect(await kept()).toBe(1);
    expect((await waitUntilProcessed(backend.server)).documents.rejected).toBe(
      0,
    );
  });

  it.each([`${asset}/compliance`, `${base}/inventory`, `${base}/sources`])(
    'the page %s is answered 503 while no connection is free',
    async url => {
      release = await holdConnections(knex);
      const answer = await request(backend.server).get(url);
      await release();
      expect(answer.status).toBe(503);
      expect(answer.body.error.code).toBe('store-unavailable');
      expect(answer.headers['retry-after']).toBe('5');
    },
  );
});
