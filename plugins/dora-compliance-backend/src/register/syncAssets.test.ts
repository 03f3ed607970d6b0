import type {
  Criticality,
  InventoryNode,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { normaliseWith } from '../testing/normaliseWith';
import { assetNamed, at, nodeNamed } from '../testing/samples';
import { catalogSource } from './ownSources';
import { createStores, type TestStores } from '../testing/TestStores';
import { syncAssets } from './syncAssets';
import { FreshDatabases } from '../__testUtils__/FreshDatabases';

const databases = new FreshDatabases();

const ref = (name: string) => `component:default/${name}`;
const payments: InventoryNode = {
  node: 'function',
  entityRef: 'resource:default/payments',
  title: 'Payments',
  declared: { critical: 'yes' },
  problems: [],
  links: [],
};

function supporting(name: string, functionRef: string): InventoryNode {
  return {
    ...nodeNamed(name, { functions: [functionRef] }),
    links: [{ from: functionRef, to: ref(name), relation: 'supported-by' }],
  };
}

describe.each(databases.eachSupportedId())('a sweep on %s', databaseId => {
  const started = async () => createStores(await databases.init(databaseId));

  const sweep = (
    stores: TestStores,
    pages: (readonly InventoryNode[] | Error)[],
    minutes: number,
  ) =>
    syncAssets({
      ...stores,
      inventory: {
        async *pages() {
          for (const page of pages) {
            if (page instanceof Error) {
              throw page;
            }
            yield page.map(node => ({ node }));
          }
        },
      },
      now: at(minutes),
    });

  const findLevel = async (stores: TestStores, name: string) =>
    (await stores.register.find(ref(name)))?.criticality.level;

  it('that fails leaves nothing behind that the next one does not repair', async () => {
    const stores = await started();
    await sweep(stores, [[payments, nodeNamed('a')]], 0);
    expect(await findLevel(stores, 'a')).toBeUndefined();
    const changed = supporting('a', payments.entityRef);
    const broken = new Error('the catalog is away');
    await expect(
      sweep(stores, [[payments, changed], broken], 1),
    ).rejects.toThrow('away');
    expect((await stores.register.find(ref('a')))?.record).toBe('');
    await sweep(stores, [[payments, changed]], 2);
    expect(await findLevel(stores, 'a')).toBe('critical-or-important');
  });

  it('sees a change of what stands around an asset only', async () => {
    const stores = await started();
    const asset = supporting('a', payments.entityRef);
    await sweep(stores, [[payments, asset]], 0);
    const harmless = { ...payments, declared: { critical: 'no' as const } };
    await sweep(stores, [[harmless, asset]], 1);
    expect(await findLevel(stores, 'a')).toBe('standard');
  });

  it('takes no function for supported that does not exist', async () => {
    const stores = await started();
    await sweep(stores, [[supporting('a', 'resource:default/paymnets')]], 0);
    const missing = (await stores.register.find(ref('a')))?.missing;
    expect(missing).toEqual(expect.arrayContaining(['functions', 'links']));
  });

  it('that finds nothing at all removes nothing', async () => {
    const stores = await started();
    await sweep(stores, [[nodeNamed('a')]], 0);
    await expect(sweep(stores, [[]], 1)).rejects.toThrow(
      'The catalog answered with nothing; the 1 known nodes stay',
    );
    expect(await stores.assets.find(ref('a'))).toBeDefined();
  });

  it('stops between two pages when it is told to', async () => {
    const stores = await started();
    const told = new AbortController();
    const inventory = {
      async *pages() {
        yield [{ node: nodeNamed('a') }];
        told.abort();
        yield [{ node: nodeNamed('b') }];
      },
    };
    await expect(
      syncAssets({ ...stores, inventory, now: at(0), signal: told.signal }),
    ).rejects.toThrow('aborted');
    expect(await stores.assets.find(ref('a'))).toBeDefined();
    expect(await stores.assets.find(ref('b'))).toBeUndefined();
  });

  it('takes what is longer than anybody would write', async () => {
    const stores = await started();
    const node = nodeNamed('a');
    const title = 'long '.repeat(200);
    const long = {
      ...node,
      title,
      ...(node.node === 'asset' && {
        asset: { ...node.asset, title, type: title, ownerRef: title },
      }),
    } as InventoryNode;
    await sweep(stores, [[long]], 0);
    expect((await stores.assets.find(ref('a')))?.title).toBe(title);
  });

  it('makes a review due when a lower classification is declared', async () => {
    const knex = await databases.init(databaseId);
    const stores = await createStores(knex);
    const sweepDay = async (day: number, criticality: Criticality) => {
      const node = nodeNamed('a', { classification: { criticality } });
      await sweep(stores, [[node]], day * 24 * 60);
      const row = await knex('asset_index').first('review_due');
      return row.review_due;
    };
    await sweepDay(0, 'important');
    await stores.register.recordReview(ref('a'), '2026-03-01', 'user:b/anna');
    expect(await sweepDay(1, 'critical-or-important')).toBe('2027-03-01');
    expect(await sweepDay(2, 'standard')).toBe('2026-03-03');
    await stores.register.recordReview(ref('a'), '2026-03-04', 'user:b/anna');
    expect(await sweepDay(4, 'critical-or-important')).toBe('2027-03-04');
  });

  it('reports pipelines that ran and are not in the inventory', async () => {
    const knex = await databases.init(databaseId);
    const stores = await createStores(knex);
    const ran = (name: string, day: string, repository = 'a') => ({
      subject_key: `pipeline|urn:cicd:github.com:bank/${repository}:${name}`,
      urn: `urn:cicd:github.com:bank/${repository}:${name}`,
      name,
      repository: `https://github.com/bank/${repository}/`,
      source_id: 'test',
      first_seen: `${day}T00:00:00.000Z`,
      last_seen: `${day}T00:00:00.000Z`,
    });
    await knex('pipeline_sighting').insert([
      ran('deploy', '2026-02-28'),
      ran('build', '2026-02-01'),
      ran('retired', '2025-11-01'),
      ran('other', '2026-02-28', 'b'),
    ]);
    const observed = async (minutes: number) => {
      await normaliseWith(stores.documents, {
        limit: 99,
        now: at(minutes),
        normalise: document => catalogSource.normalise(document),
      });
      const found = await stores.evidenceLoader.loadLatest(
        [assetNamed('a')],
        ['asset-record-observed'],
        at(minutes),
      );
      const latest = found.sort((a, b) =>
        a.observedAt < b.observedAt ? -1 : 1,
      );
      return latest.at(-1)?.predicate;
    };
    const names = (...uninventoriedPipelines: string[]) =>
      expect.objectContaining({ uninventoriedPipelines });
    await sweep(stores, [[nodeNamed('a')]], 0);
    expect(await observed(0)).toEqual(names('build', 'deploy'));
    const pipeline = (name: string): InventoryNode => {
      const urn = `urn:cicd:github.com:bank/a:${name}`;
      const node = nodeNamed(name, { pipeline: { urn, canDeploy: true } });
      return node.node === 'asset'
        ? { ...node, asset: { ...node.asset, type: 'ci-pipeline' } }
        : node;
    };
    await sweep(stores, [[nodeNamed('a'), pipeline('deploy')]], 1);
    expect(await observed(1)).toEqual(names('build'));
    await sweep(
      stores,
      [[nodeNamed('a'), pipeline('deploy'), pipeline('build')]],
      2,
    );
    expect(await observed(2)).toEqual(names());
  });

  it('without changes stores nothing again until a week has passed', async () => {
    const stores = await started();
    const once = await sweep(stores, [[nodeNamed('a')]], 0);
    expect(once).toMatchObject({ saved: 1, surrounded: 1, observed: 1 });
    const again = await sweep(stores, [[nodeNamed('a')]], 1);
    expect(again).toEqual({ saved: 0, surrounded: 0, observed: 0, removed: 0 });
    const week = 7 * 24 * 60;
    expect(await sweep(stores, [[nodeNamed('a')]], week)).toMatchObject({
      saved: 0,
      observed: 1,
    });
  });
});
