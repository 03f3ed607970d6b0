import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { migrate } from '../../kernel/database/migrate';
import { at } from '../../testing/samples';
import { KnexConditionalCache, pruneCache } from './KnexConditionalCache';

const databases = new FreshDatabases();
const DAY = 24 * 60;

describe.each(databases.eachSupportedId())('the cache on %s', databaseId => {
  it('keeps no secrets, nothing large, and not too much', async () => {
    const knex = await databases.init(databaseId);
    await migrate({ getClient: async () => knex });
    let now: Instant = at(0);
    const cache = new KnexConditionalCache({
      knex,
      sourceId: 'scripted',
      redaction: { personalData: [] },
      now: () => now,
    });
    const keep = (url: string, body: unknown) =>
      cache.set(url, { etag: `"${url}"`, body });
    await keep('1', { ok: true });
    now = at(1);
    await keep('2', [1]);
    expect(await cache.get('1')).toEqual({ etag: '"1"', body: { ok: true } });
    await keep('2', { token: `ghp_${'a'.repeat(36)}` });
    await keep('3', 'x'.repeat(600_000));
    expect(await cache.get('2')).toBeUndefined();
    expect(await cache.get('3')).toBeUndefined();
    now = at(2);
    await keep('4', 4);
    await pruneCache(knex, now, 1);
    expect(await cache.get('1')).toBeUndefined();
    expect(await cache.get('4')).toBeDefined();
    await pruneCache(knex, at(15 * DAY));
    expect(await cache.get('4')).toBeUndefined();
  });
});
