import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { FreshDatabases } from '../__testUtils__/FreshDatabases';
import { at } from '../testing/samples';
import { createStores } from '../testing/TestStores';
import { CatalogInventory } from './CatalogInventory';
import { NewEntities } from './NewEntities';
import { catalogWhenInInventory } from './CatalogWhenInInventory';

const databases = new FreshDatabases();

const component = (name: string, title = name): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, title },
  spec: { type: 'service', lifecycle: 'production', owner: 'team' },
});
const ref = (name: string) => `component:default/${name}`;

describe.each(databases.eachSupportedId())('new entities on %s', id => {
  /** @param looks - what the catalog shows at each look */
  const start = async (...looks: Entity[][]) => {
    const stores = await createStores(await databases.init(id));
    const onDue = jest.fn();
    const slept: number[] = [];
    let catalog = catalogServiceMock({ entities: [] });
    const asked: string[][] = [];
    const reading = { now: 0, most: 0, fails: false };
    const logger = mockServices.logger.mock();
    const newEntities = new NewEntities({
      ...stores,
      inventory: {
        pages: () => {
          throw new Error('Not all of the catalog');
        },
        find: async refs => {
          asked.push([...refs]);
          reading.now += 1;
          reading.most = Math.max(reading.most, reading.now);
          try {
            if (reading.fails) {
              throw new Error('The catalog is away');
            }
            const auth = mockServices.auth();
            return await new CatalogInventory({ catalog, auth }).find(refs);
          } finally {
            reading.now -= 1;
          }
        },
      },
      logger,
      now: () => at(0),
      onDue,
      sleep: async milliseconds => {
        slept.push(milliseconds);
        catalog = catalogServiceMock({ entities: looks.shift() ?? [] });
      },
    });
    return { ...stores, newEntities, onDue, slept, asked, reading, logger };
  };

  it('are taken up within a minute, with their owner', async () => {
    const team: Entity = {
      ...component('team'),
      kind: 'Group',
      spec: { type: 'team', children: [] },
    };
    const all = await start([], [component('a'), component('b'), team]);
    await all.newEntities.add([ref('a')]);
    expect(all.slept).toEqual([1_000, 9_000]);
    expect((await all.assets.find(ref('a')))?.title).toBe('a');
    expect(await all.assets.find(ref('b'))).toBeUndefined();
    const [known] = await all.assets.listKnown([ref('a')]);
    expect(known?.ownership).toBeDefined();
    expect(all.onDue).toHaveBeenCalledTimes(1);
    expect((await all.documents.count()).waiting).toBe(1);
  });

  it('are looked at until their change shows, and no longer', async () => {
    const all = await start(
      [component('a')],
      [component('a')],
      [component('a', 'Ledger')],
    );
    await all.newEntities.add([ref('a')]);
    await all.newEntities.add([ref('a')]);
    expect((await all.assets.find(ref('a')))?.title).toBe('Ledger');
    expect(all.asked).toHaveLength(1 + 2);
    // What is as before is not written again.
    expect(all.onDue).toHaveBeenCalledTimes(2);
  });

  it('that never show are left to the sweep', async () => {
    const all = await start();
    await all.newEntities.add([ref('a')]);
    expect(all.slept.reduce((sum, one) => sum + one)).toBeLessThan(60_000);
    expect(all.asked).toHaveLength(3);
  });

  it('are read together, however many events report them', async () => {
    const all = await start();
    const refs = Array.from({ length: 5_000 }, (_, n) => ref(`e${n}`));
    await Promise.all(refs.map(one => all.newEntities.add([one])));
    expect(all.slept).toEqual([1_000, 9_000, 30_000]);
    expect(all.asked).toHaveLength(3 * 10);
    expect(all.asked.slice(0, 10).flat()).toEqual(refs);
  });

  it('are read one batch at a time', async () => {
    const all = await start();
    const first = all.newEntities.add([ref('a')]);
    // A second batch opens while the first one is being read.
    while (all.asked.length === 0) {
      await Promise.resolve();
    }
    await Promise.all([first, all.newEntities.add([ref('b')])]);
    expect(all.asked.flat()).toEqual(expect.arrayContaining([ref('b')]));
    expect(all.asked).toHaveLength(6);
    expect(all.reading.most).toBe(1);
  });

  it('can be reported again after a read failed', async () => {
    const all = await start([component('a')], [component('a')]);
    all.reading.fails = true;
    await all.newEntities.add([ref('a')]);
    expect(all.logger.warn).toHaveBeenCalledTimes(1);
    all.reading.fails = false;
    await all.newEntities.add([ref('a')]);
    expect(all.onDue).toHaveBeenCalledTimes(1);
  });

  it('are promised to who waits for them, if they will be assets', async () => {
    const all = await start([component('a')]);
    const catalog = catalogServiceMock({
      entities: [component('a'), { ...component('team'), kind: 'Group' }],
    });
    const when = catalogWhenInInventory({ ...all, catalog, now: () => at(0) });
    const credentials = mockCredentials.user();
    expect(await when(ref('a'), credentials)).toBe(at(1));
    expect(await when(ref('none'), credentials)).toBeUndefined();
    expect(await when('group:default/team', credentials)).toBeUndefined();
    expect(all.slept).toEqual([1_000]);
  });
});
