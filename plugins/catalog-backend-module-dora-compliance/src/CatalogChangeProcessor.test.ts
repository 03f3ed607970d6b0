import type { Entity } from '@backstage/catalog-model';
import { CatalogUnderTest, eventually } from './__testUtils__/CatalogUnderTest';
import { CatalogChangeProcessor } from './CatalogChangeProcessor';

const component = (name: string, type = 'service'): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name },
  spec: { type, lifecycle: 'production', owner: 'team' },
});

describe('CatalogChangeProcessor', () => {
  const location = { type: 'url', target: 'https://bank.example' };
  const process = async (...entities: Entity[]) => {
    const told: string[] = [];
    const processor = new CatalogChangeProcessor(ref => told.push(ref));
    const content = new Map<string, unknown>();
    const cache = {
      get: async (key: string) => content.get(key),
      set: async (key: string, value: unknown) => void content.set(key, value),
    };
    for (const entity of entities) {
      const processed = await processor.postProcessEntity(
        entity,
        location,
        () => {},
        cache as never,
      );
      expect(processed).toBe(entity);
    }
    return told;
  };

  it('reports what is new or changed, and nothing twice', async () => {
    const ledger = component('ledger');
    expect(await process(ledger, ledger)).toEqual(['component:default/ledger']);
    expect(await process(ledger, component('ledger', 'library'))).toHaveLength(
      2,
    );
  });

  it('does not report what the inventory does not read', async () => {
    const group = { ...component('team'), kind: 'Group' };
    expect(await process(group)).toEqual([]);
    const labelled = component('ledger');
    labelled.metadata.labels = { 'dora-compliance.io/criticality': 'standard' };
    expect(await process(component('ledger'), labelled)).toHaveLength(1);
  });
});

describe('a catalog', () => {
  const catalog = new CatalogUnderTest();
  beforeAll(() => catalog.start({}));
  afterAll(() => catalog.stop());

  it('reports entities once, and again when they change', async () => {
    const times = (name: string) =>
      catalog.changed.filter(ref => ref === `component:default/${name}`).length;
    await catalog.declare(component('ledger'), component('gateway'));
    await eventually(async () => times('ledger') || undefined);
    await eventually(async () => times('gateway') || undefined);
    await catalog.declare(component('ledger', 'library'), component('gateway'));
    await eventually(async () => times('ledger') > 1 || undefined);
    expect(times('gateway')).toBe(1);
  });
});
