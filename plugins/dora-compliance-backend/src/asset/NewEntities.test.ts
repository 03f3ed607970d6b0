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
    const newEntities = new NewEntities({
      ...stores,
      inventory: {
        pages: () => {
          throw new Error('Not all of the catalog');
        },
        find: refs => {
          asked.push([...refs]);
          return new CatalogInventory({
            catalog,
            auth: mockServices.auth(),
          }).find(refs);
        },
      },
      logger: mockServices.logger.mock(),
      now: () => at(0),
      onDue,
      sleep: async milliseconds => {
        slept.push(milliseconds);
        catalog = catalogServiceMock({ entities: looks.shift() ?? [] });
      },
    });
    return { ...stores, newEntities, onDue, slept, asked };
  };

  it('are taken up within a minute, with their owner', async () => {
    const team: Entity = {
      ...component('team'),
      kind: 'Group',
      spec: { type: 'team', children: [] },
    };
    const all = await start([], [component('a'), component('b'), team]);
    await all.newEntities.told([ref('a')]);
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
    await all.newEntities.told([ref('a')]);
    await all.newEntities.told([ref('a')]);
    expect((await all.assets.find(ref('a')))?.title).toBe('Ledger');
    expect(all.asked).toHaveLength(1 + 2);
    // What is as before is not written again.
    expect(all.onDue).toHaveBeenCalledTimes(2);
  });

  it('that never show are left to the sweep', async () => {
    const all = await start();
    await all.newEntities.told([ref('a')]);
    expect(all.slept.reduce((sum, one) => sum + one)).toBeLessThan(60_000);
    expect(all.asked).toHaveLength(3);
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
