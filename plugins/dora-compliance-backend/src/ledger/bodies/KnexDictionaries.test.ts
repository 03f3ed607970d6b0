import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { migrate } from '../../kernel/database/migrate';
import { at, received } from '../../testing/samples';
import type { ReceivedDocument } from '../ReceivedDocument';
import { KnexDictionaries } from './KnexDictionaries';

const databases = new FreshDatabases();

const payload = (n: number, event = 'push'): ReceivedDocument => ({
  ...received(`{"n":${n}}`),
  headers: { 'x-github-event': event },
});

describe.each(databases.eachSupportedId())('dictionaries on %s', databaseId => {
  const create = async () => {
    const knex = await databases.init(databaseId);
    await migrate({ getClient: async () => knex });
    return knex;
  };

  it('are the first payload of a kind, for all replicas', async () => {
    const knex = await create();
    const one = new KnexDictionaries(knex);
    const first = await one.for(payload(1));
    expect(first?.bytes).toEqual(Buffer.from('{"n":1}'));
    const another = new KnexDictionaries(knex);
    expect(await another.for(payload(2))).toEqual(first);
    expect(await one.for(payload(3))).toEqual(first);
    const other = await one.for(payload(4, 'release'));
    expect(other?.number).not.toBe(first?.number);
    const read = await another.read([first!.number, other!.number, 999]);
    expect([...read.keys()].sort()).toEqual(
      [first!.number, other!.number].sort(),
    );
  });

  it('are others in the next month, and of another source', async () => {
    const dictionaries = new KnexDictionaries(await create());
    const first = await dictionaries.for(payload(1));
    const { document, ...rest } = payload(2);
    const numbers = [first?.number];
    for (const other of [
      { ...document, receivedAt: at(0).replace('2026-03', '2026-04') },
      { ...document, sourceId: 'gitlab' },
    ]) {
      const found = await dictionaries.for({
        ...rest,
        document: other as typeof document,
      });
      numbers.push(found?.number);
    }
    expect(new Set(numbers).size).toBe(3);
  });

  it('are never made of what nobody proved', async () => {
    const dictionaries = new KnexDictionaries(await create());
    const { document, ...rest } = payload(1);
    const unproven = {
      ...rest,
      document: { ...document, verification: 'unverified' as const },
    };
    expect(await dictionaries.for(unproven)).toBeUndefined();
    const proven = await dictionaries.for(payload(2));
    expect(await dictionaries.for(unproven)).toEqual(proven);
  });

  it('are found whatever characters an event is named with', async () => {
    const dictionaries = new KnexDictionaries(await create());
    const first = await dictionaries.for(payload(1, 'pu\0sh \ud800'));
    expect(first).toBeDefined();
    expect(await dictionaries.for(payload(2, 'pu\0sh \ud800'))).toEqual(first);
  });

  it('are bounded in number, whatever events are told', async () => {
    const knex = await create();
    const dictionaries = new KnexDictionaries(knex);
    for (let n = 0; n < 80; n++) {
      await dictionaries.for(payload(n, `event-${n}`));
    }
    expect(await knex('body_dictionary')).toHaveLength(64);
    expect(await dictionaries.for(payload(1, 'event-79'))).toBeUndefined();
    expect(await dictionaries.for(payload(1, 'event-0'))).toBeDefined();
  });
});
