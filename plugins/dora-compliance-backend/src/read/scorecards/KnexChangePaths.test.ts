import type {
  ChangePath,
  IctAsset,
  InventoryNode,
  LinkRelation,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { compileCatalogue } from '../../assess/ControlCatalogue';
import type { Visibility } from '../../permissions/Visibility';
import { syncAssets } from '../../register/syncAssets';
import { foldScores } from '../../scores/KnexFoldScores';
import { markAllScores } from '../../due/KnexMarkScores';
import { at, control, nodeNamed } from '../../testing/samples';
import { createStores } from '../../testing/TestStores';
import { KnexScorecardQuery } from './KnexScorecardQuery';

const payments = 'resource:default/payments';
const system = 'system:default/core';
const component = (name: string) => `component:default/${name}`;
const repository = (name: string) => `https://github.com/bank/${name}`;

type Used = [from: string, relation: LinkRelation];

/** An asset, and what uses it. */
function asset(
  name: string,
  usedBy: Used[],
  more: Partial<IctAsset> = {},
): InventoryNode {
  const node = nodeNamed(name);
  return {
    ...node,
    links: usedBy.map(([from, relation]) => ({
      from,
      to: component(name),
      relation,
    })),
    asset: {
      ...(node.node === 'asset' && node.asset),
      repositories: [],
      ...more,
    },
  } as InventoryNode;
}

const pipeline = (
  name: string,
  usedBy: Used[],
  repositories: string[],
  canDeploy?: boolean,
) =>
  asset(name, usedBy, {
    type: 'ci-pipeline',
    repositories,
    ...(canDeploy !== undefined && {
      declared: {
        pipeline: { urn: `urn:cicd:github.com:bank/x:${name}`, canDeploy },
      },
    }),
  });

/** Payments, what it depends on, and all that there can be to say of pipelines. */
const nodes: InventoryNode[] = [
  {
    node: 'function',
    entityRef: payments,
    title: 'Payments',
    declared: { critical: 'yes' },
    problems: [],
    links: [],
  },
  {
    node: 'system',
    entityRef: system,
    title: 'Core',
    links: [{ from: payments, to: system, relation: 'supported-by' }],
  },
  asset('ledger', [[payments, 'supported-by']], {
    type: 'service',
    ownerRef: 'group:default/ledger',
    repositories: [repository('ledger')],
  }),
  pipeline(
    'release-ledger',
    [[component('ledger'), 'deployed-by']],
    [repository('ledger')],
    true,
  ),
  pipeline('check-ledger', [], [repository('ledger')], false),
  asset('portal', [[system, 'has-part']], {
    repositories: [repository('portal')],
  }),
  pipeline('portal-build', [], [repository('portal')], true),
  asset('database', [[component('ledger'), 'depends-on']]),
  asset('batch', [[component('ledger'), 'depends-on']], {
    repositories: [repository('batch')],
  }),
  asset('worker', [[component('batch'), 'depends-on']], {
    repositories: [repository('worker')],
  }),
  asset('runners', [[component('release-ledger'), 'depends-on']]),
  pipeline(
    'template',
    [[component('release-ledger'), 'deployed-by']],
    [repository('ledger')],
    true,
  ),
  pipeline('nightly', [[payments, 'supported-by']], []),
  asset('stranger', [], { repositories: [repository('stranger')] }),
];

const databases = new FreshDatabases();
const reader = { readable: async () => () => true };

describe.each(databases.eachSupportedId())(
  'what can change a function on %s',
  databaseId => {
    let knex: Knex;
    let scorecards: KnexScorecardQuery;
    const statements: string[] = [];

    beforeAll(async () => {
      knex = await databases.init(databaseId);
      const stores = await createStores(knex);
      await syncAssets({
        ...stores,
        inventory: {
          async *pages() {
            yield nodes.map(node => ({ node }));
          },
        },
        now: at(0),
      });
      const run = (name: string, last_seen: string, of: string) => ({
        subject_key: `pipeline|urn:cicd:jenkins:bank/${name}`,
        urn: `urn:cicd:jenkins:bank/${name}`,
        name,
        repository: of,
        source_id: 'test',
        first_seen: at(0),
        last_seen,
      });
      await knex('pipeline_sighting').insert([
        run('Old', at(-9), repository('batch')),
        run('Print', at(8), `${repository('batch').toUpperCase()}/`),
        run('Print again', at(9), repository('batch')),
        run('Elsewhere', at(9), repository('stranger')),
        run('Nowhere', at(9), ''),
      ]);
      await knex('control_status').insert({
        entity_ref: component('release-ledger'),
        control_id: control.id,
        assessment_id: 'none',
        result_digest: 'none',
        status: 'not-satisfied',
        assessed_at: at(0),
      });
      await knex.transaction(markAllScores);
      await foldScores(knex, {
        controls: [control],
        limit: 100,
        today: '2026-03-01',
      });
      scorecards = new KnexScorecardQuery(knex, compileCatalogue([control]));
      knex.on('query', ({ sql }) => statements.push(sql));
    });
    afterAll(() => knex.destroy());

    const ask = (
      visible: Visibility = 'all',
      page: { limit: number; cursor?: string } = { limit: 50 },
    ) =>
      scorecards.listChangePaths(
        { of: 'function', ref: payments, owners: [], visible },
        { since: at(1), ...page },
        reader,
      );
    const describePath = (path: ChangePath) => ({
      asset: path.title,
      because: path.because.map(({ title, relation }) =>
        relation ? `${relation} ${title}` : title,
      ),
      pipelines: path.pipelines.map(({ title, link }) => `${link} ${title}`),
      seen: path.notInInventory.map(({ name }) => name),
      gap: path.gap,
    });
    const list = async (visible?: Visibility) =>
      (await ask(visible)).items.map(describePath);
    const find = async (name: string, visible?: Visibility) =>
      (await list(visible)).find(one => one.asset === name);

    it('is each asset with its way, and the pipelines that deploy it', async () => {
      expect(await find('ledger')).toEqual({
        asset: 'ledger',
        because: ['Payments', 'supported-by ledger'],
        pipelines: [
          'deployed-by release-ledger',
          'same-repository check-ledger',
          'same-repository template',
        ],
        seen: [],
        gap: undefined,
      });
      expect((await find('runners'))?.because).toEqual([
        'Payments',
        'supported-by ledger',
        'deployed-by release-ledger',
        'depends-on runners',
      ]);
      expect((await find('portal'))?.because).toEqual([
        'Payments',
        'supported-by Core',
        'has-part portal',
      ]);
    });

    it.each([
      ['portal', 'not-named', ['same-repository portal-build'], []],
      ['database', 'no-repository', [], []],
      ['batch', 'not-in-inventory', [], ['Print again', 'Print']],
      ['worker', 'no-pipeline', [], []],
      ['nightly', 'is-pipeline', [], []],
    ])('says of %s that it is %s', async (name, gap, pipelines, seen) => {
      expect(await find(name)).toMatchObject({ gap, pipelines, seen });
    });

    it('has each asset once, and pipelines only where they deploy none of them', async () => {
      const names = (await list()).map(one => one.asset).sort();
      expect(names).toEqual([
        'batch',
        'database',
        'ledger',
        'nightly',
        'portal',
        'runners',
        'template',
        'worker',
      ]);
    });

    it('says how both fare, who owns them, and whether a pipeline can deploy', async () => {
      const { items, isPartial } = await ask();
      expect(isPartial).toBe(false);
      const ledger = items.find(({ title }) => title === 'ledger');
      expect(ledger).toMatchObject({
        entityRef: component('ledger'),
        type: 'service',
        criticality: 'critical-or-important',
        ownerRef: 'group:default/ledger',
        score: { worst: 'not-assessed' },
        pipelineCount: 3,
        notInInventoryCount: 0,
      });
      expect(ledger?.pipelines).toMatchObject([
        { score: { worst: 'not-satisfied' }, canDeploy: true },
        { score: { worst: 'not-assessed' }, canDeploy: false },
        { canDeploy: true },
      ]);
      expect(items.find(({ title }) => title === 'batch')).toMatchObject({
        notInInventoryCount: 2,
      });
    });

    it('has all assets on pages, in four statements each', async () => {
      const all = await ask();
      const pages: ChangePath[] = [];
      let cursor: string | undefined;
      do {
        statements.length = 0;
        const page = await ask('all', { limit: 3, ...(cursor && { cursor }) });
        expect(statements).toHaveLength(4);
        pages.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor);
      expect(pages).toEqual(all.items);
    });

    const readRisk = async (name: string): Promise<number> =>
      (
        await knex('asset_index')
          .where('entity_ref', component(name))
          .first('risk_order')
      ).risk_order;

    it('has the most critical assets first, then those with findings', async () => {
      const raise = (name: string, changed: object) =>
        knex('asset_index')
          .where('entity_ref', component(name))
          .update(changed);
      const before = (await list()).map(one => one.asset);
      await raise('worker', { risk_order: -1_000_000 });
      await raise('batch', { criticality_rank: 1, risk_order: -9_000_000 });
      const after = (await list()).map(one => one.asset);
      await raise('worker', { risk_order: await readRisk('database') });
      await raise('batch', {
        criticality_rank: 0,
        risk_order: await readRisk('database'),
      });
      expect(after[0]).toBe('worker');
      expect(after.at(-1)).toBe('batch');
      expect((await list()).map(one => one.asset)).toEqual(before);
    });

    it('knows nothing of what its reader may not read', async () => {
      const hidden = ['release-ledger', 'batch', 'template'].map(component);
      const visible = nodes
        .map(({ entityRef }) => entityRef)
        .filter(ref => !hidden.includes(ref));
      const { isPartial } = await ask(visible);
      expect(isPartial).toBe(true);
      expect(await find('ledger', visible)).toMatchObject({
        pipelines: ['same-repository check-ledger'],
        gap: 'deploys-nothing',
      });
      expect(await find('runners', visible)).toMatchObject({ because: [] });
      expect(await find('worker', visible)).toMatchObject({ because: [] });
      expect(JSON.stringify(await ask(visible))).not.toMatch(
        /release-ledger|batch|template/,
      );
    });

    it('is shown with a way over what may be read, if there is another one', async () => {
      const visible = nodes
        .map(({ entityRef }) => entityRef)
        .filter(ref => ref !== component('ledger'));
      await knex('inventory_link').insert({
        origin: 'test',
        from_ref: component('portal'),
        to_ref: component('database'),
        relation: 'depends-on',
      });
      expect((await find('database'))?.because).toEqual([
        'Payments',
        'supported-by ledger',
        'depends-on database',
      ]);
      expect((await find('database', visible))?.because).toEqual([
        'Payments',
        'supported-by Core',
        'has-part portal',
        'depends-on database',
      ]);
      await knex('inventory_link').where('origin', 'test').delete();
    });

    it('is shown with its way also next to an asset that very many others use', async () => {
      const users = Array.from({ length: 1100 }, (_, n) =>
        component(`user-${n}`),
      );
      const rows = users.map(entity_ref => ({ entity_ref }));
      const like = async (table: string, name: string) =>
        knex(table).where('entity_ref', component(name)).first();
      const node = await like('inventory_node', 'ledger');
      await knex.batchInsert(
        'inventory_node',
        rows.map(row => ({ ...node, ...row })),
        50,
      );
      await knex.batchInsert(
        'asset_function',
        rows.map(row => ({ ...row, function_ref: payments })),
        50,
      );
      await knex.batchInsert(
        'inventory_link',
        users.map(from_ref => ({
          origin: 'popular',
          from_ref,
          to_ref: component('database'),
          relation: 'depends-on',
        })),
        50,
      );
      expect((await find('portal'))?.because).toEqual([
        'Payments',
        'supported-by Core',
        'has-part portal',
      ]);
    });

    it('names at most twenty pipelines of an asset, and counts all', async () => {
      const links = Array.from({ length: 25 }, (_, at_) => ({
        origin: 'many',
        from_ref: component('worker'),
        to_ref: component(at_ === 0 ? 'nightly' : `many-${at_}`),
        relation: 'deployed-by',
      }));
      for (const { to_ref } of links.slice(1)) {
        for (const table of ['asset', 'asset_index']) {
          const like = await knex(table)
            .where('entity_ref', component('nightly'))
            .first();
          await knex(table).insert({ ...like, entity_ref: to_ref });
        }
      }
      await knex('inventory_link').insert(links);
      const worker = (await ask()).items.find(
        ({ title }) => title === 'worker',
      );
      expect(worker?.pipelines).toHaveLength(20);
      expect(worker?.pipelineCount).toBe(25);
      expect(worker?.gap).toBeUndefined();
    });
  },
);
