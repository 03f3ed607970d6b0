import {
  type IctAsset,
  InventoryFilter,
  type InventoryNode,
  InventorySort,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { compileControl } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import fc from 'fast-check';
import type { Knex } from 'knex';
import { syncAssets } from '../../register/syncAssets';
import { Reader } from '../../permissions/Reader';
import { at, control, nodeNamed } from '../../testing/samples';
import { createStores } from '../../testing/TestStores';
import { KnexRegisterQuery } from './KnexRegisterQuery';
import type { Visibility } from '../../permissions/Visibility';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';

const databases = new FreshDatabases();
const today = '2026-03-01';

const noPipelines = compileControl({
  ...control,
  appliesTo: { $not: { type: 'ci-pipeline' } },
});
const payments = 'resource:default/payments';

/** A reader of the whole catalog. */
const everything = new Reader(
  {
    permissions: mockServices.permissions({ result: AuthorizeResult.ALLOW }),
    list: async () => [],
    own: async () => [],
    rules: undefined as never,
  },
  mockCredentials.user(),
);

const functionNode: InventoryNode = {
  node: 'function',
  entityRef: payments,
  title: 'Payments',
  declared: { critical: 'yes' },
  problems: [],
  links: [],
};

const complete: IctAsset['declared'] = {
  location: 'aws:eu-central-1',
  classification: { criticality: 'critical-or-important' },
  continuity: { rto: 'PT2H', rpo: 'PT1H' },
  exposure: { level: 'internet' },
  support: { notApplicable: 'ours' },
  standalone: true,
  lastReview: '2025-12-01',
};

function asset(
  name: string,
  declared: IctAsset['declared'],
  more: Partial<IctAsset> = {},
  links: InventoryNode['links'] = [],
): InventoryNode {
  const node = nodeNamed(name, declared);
  return node.node === 'asset'
    ? { ...node, links, asset: { ...node.asset, ...more } }
    : node;
}

const ledger = 'component:default/ledger';

/** A ledger that payments rest on, its pipeline, a legacy tool, a stranger. */
const nodes: InventoryNode[] = [
  functionNode,
  asset(
    'ledger',
    complete,
    { ownerRef: 'group:default/ledger', type: 'service' },
    [{ from: payments, to: ledger, relation: 'supported-by' }],
  ),
  asset(
    'deploy-ledger',
    { classification: { criticality: 'standard' } },
    { type: 'ci-pipeline', ownerRef: 'group:default/ledger' },
    [
      {
        from: ledger,
        to: 'component:default/deploy-ledger',
        relation: 'deployed-by',
      },
    ],
  ),
  asset(
    'jenkins',
    {
      support: { regularEnd: '2024-01-01', customEnd: '2025-06-30' },
      lastReview: '2024-01-01',
      exposure: { level: 'none' },
    },
    { type: 'ci-server' },
  ),
  asset(
    '100%_sure',
    {},
    {
      problems: [
        { field: 'spec.dora.x', value: '1', rule: 'type', params: {} },
      ],
    },
  ),
];

describe.each(databases.eachSupportedId())('the register on %s', databaseId => {
  let knex: Knex;
  let query: KnexRegisterQuery;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    const stores = await createStores(knex);
    query = new KnexRegisterQuery(knex, stores.register, {
      controls: [noPipelines],
    });
    await syncAssets({
      ...stores,
      inventory: {
        async *pages() {
          yield nodes.map(node => ({ node }));
        },
      },
      now: at(0),
    });
  });
  afterAll(() => knex.destroy());

  const scope = (
    filter: Record<string, string> = {},
    visible: Visibility = 'all',
  ) => ({ filter: InventoryFilter.parse(filter), visible, today });
  const titles = async (
    filter: Record<string, string>,
    visible: Visibility = 'all',
  ) =>
    (
      await query.list(scope(filter, visible), { sort: 'title', limit: 50 })
    ).items.map(({ title }) => title);

  it.each([
    [{}, ['100%_sure', 'deploy-ledger', 'jenkins', 'ledger']],
    [{ type: 'ci-pipeline,ci-server' }, ['deploy-ledger', 'jenkins']],
    [{ owner: 'group:default/ledger' }, ['deploy-ledger', 'ledger']],
    [{ function: payments }, ['deploy-ledger', 'ledger']],
    [{ criticality: 'critical-or-important' }, ['deploy-ledger', 'ledger']],
    [{ criticality: 'unclassified' }, ['100%_sure', 'jenkins']],
    [{ exposure: 'unknown' }, ['100%_sure', 'deploy-ledger']],
    [{ missing: 'none' }, ['ledger']],
    [{ missing: 'none,support' }, ['100%_sure', 'deploy-ledger', 'ledger']],
    [{ missing: 'location', type: 'ci-server' }, ['jenkins']],
    [{ review: 'overdue' }, ['jenkins']],
    [{ review: 'due' }, ['ledger']],
    [{ review: 'never' }, ['100%_sure', 'deploy-ledger']],
    [{ finding: 'declared-below-computed' }, ['deploy-ledger']],
    [{ finding: 'wrong-value,out-of-support' }, ['100%_sure', 'jenkins']],
    [{ finding: 'nothing-of-ours' }, []],
    [{ search: ' LEDGER ' }, ['deploy-ledger', 'ledger']],
    [{ search: '%_' }, ['100%_sure']],
    [{ kind: 'resource' }, []],
  ])('finds with %j: %j', async (filter, expected) => {
    expect(await titles(filter as Record<string, string>)).toEqual(expected);
  });

  it('shows nobody what they may not read', async () => {
    expect(await titles({}, [ledger, 'component:default/none'])).toEqual([
      'ledger',
    ]);
    expect(await titles({}, [])).toEqual([]);
    const { total } = await query.summarise(scope({}, [ledger]));
    expect(total).toBe(1);
  });

  it('says all there is to say of an asset', async () => {
    const { items } = await query.list(scope({ search: 'deploy' }), {
      sort: 'title',
      limit: 1,
    });
    expect(items).toEqual([
      {
        entityRef: 'component:default/deploy-ledger',
        id: 'urn:backstage:component:default:deploy-ledger',
        kind: 'component',
        title: 'deploy-ledger',
        type: 'ci-pipeline',
        owner: { entityRef: 'group:default/ledger', title: 'ledger' },
        functions: [{ entityRef: payments, title: 'Payments' }],
        criticality: 'critical-or-important',
        declared: 'standard',
        declaredBelowComputed: true,
        missing: ['location', 'continuity', 'exposure', 'support'],
        problems: 0,
        review: { state: 'never' },
        outOfSupport: false,
        exemptFrom: [{ code: control.code, title: control.title }],
      },
    ]);
  });

  it('pages forth and back through the same list, however it is sorted', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...InventorySort.options),
        fc.integer({ min: 1, max: 4 }),
        async (sort, limit) => {
          const all = await query.list(scope(), { sort, limit: 50 });
          expect(all.nextCursor).toBeUndefined();
          const pages = [await query.list(scope(), { sort, limit })];
          for (let last = pages[0]; last?.nextCursor; last = pages.at(-1)) {
            const cursor = last.nextCursor;
            pages.push(await query.list(scope(), { sort, limit, cursor }));
          }
          expect(pages.flatMap(({ items }) => items)).toEqual(all.items);
          expect(pages[0]?.previousCursor).toBeUndefined();
          let page = pages.at(-1);
          for (const before of pages.slice(0, -1).reverse()) {
            const cursor = page?.previousCursor;
            page = await query.list(scope(), { sort, limit, cursor });
            expect(page.items).toEqual(before.items);
            expect(page.nextCursor).toBeDefined();
          }
          expect(page?.previousCursor).toBeUndefined();
        },
      ),
      { numRuns: 15 },
    );
  });

  it('sums up how complete the records are', async () => {
    const summary = await query.summarise(scope());
    expect(summary).toMatchObject({ total: 4, complete: 1 });
    const byField = Object.fromEntries(
      summary.fields.map(field => [field.field, field.complete]),
    );
    expect(byField).toEqual({
      id: 4,
      location: 1,
      classification: 2,
      owner: 2,
      functions: 2,
      continuity: 1,
      exposure: 2,
      links: 2,
      support: 2,
    });
  });

  it('offers what can be filtered by, with what each would find', async () => {
    const { facets } = await query.summarise(scope({ type: 'service' }));
    expect(facets.type.map(({ value, count }) => [value, count])).toEqual([
      ['ci-pipeline', 1],
      ['ci-server', 1],
      ['service', 1],
    ]);
    expect(facets.function).toEqual([
      { value: payments, title: 'Payments', count: 1 },
    ]);
    const { facets: all } = await query.summarise(scope());
    expect(all.finding).toEqual([
      {
        value: 'declared-below-computed',
        title: 'Declared below computed',
        count: 1,
      },
      { value: 'out-of-support', title: 'Out of support', count: 1 },
      { value: 'wrong-value', title: 'Wrong value', count: 1 },
    ]);
    expect(all.review.map(({ value, count }) => [value, count])).toEqual([
      ['never', 2],
      ['due', 1],
      ['overdue', 1],
    ]);
    expect(all.criticality.map(({ value, count }) => [value, count])).toEqual([
      ['critical-or-important', 2],
      ['unclassified', 2],
    ]);
  });

  it('costs as many statements for many assets as for few', async () => {
    let statements = 0;
    knex.on('query', () => statements++);
    const count = async (limit: number) => {
      statements = 0;
      await query.list(scope(), { sort: 'title', limit });
      return statements;
    };
    expect(await count(1)).toBeLessThan(5);
    expect(await count(4)).toBeLessThan(5);
    statements = 0;
    await query.summarise(scope());
    expect(statements).toBeLessThan(20);
  });

  it('shows why a pipeline is critical, down from the function', async () => {
    const ref = 'component:default/deploy-ledger';
    const record = await query.readRecord(ref, today, true, everything);
    expect(
      record?.because.map(({ title, relation }) => [title, relation]),
    ).toEqual([
      ['Payments', undefined],
      ['ledger', 'supported-by'],
      ['deploy-ledger', 'deployed-by'],
    ]);
    expect(record?.deploys).toEqual([
      { entityRef: ledger, title: 'ledger', ownerRef: 'group:default/ledger' },
    ]);
    const graph = await query.readGraph(ref, everything);
    expect(graph.nodes.map(({ title }) => title).sort()).toEqual([
      'Payments',
      'deploy-ledger',
      'ledger',
    ]);
    expect(graph.links).toHaveLength(2);
    expect(graph.cut).toBe(false);
  });

  describe('shown to who may not read the function', () => {
    const ref = 'component:default/deploy-ledger';
    const createReader = (...refs: string[]) => ({
      seesAll: async () => false,
      visible: async () => refs,
      readable: async () => (entityRef: string) => refs.includes(entityRef),
    });
    const read = (...refs: string[]) =>
      query.readRecord(ref, today, true, createReader(...refs) as never);

    it('takes another path if there is one', async () => {
      const record = await read(ref, ledger);
      expect(record?.criticality).toMatchObject({
        level: 'critical-or-important',
        functions: [],
      });
      expect(record?.because.map(({ title }) => title)).toEqual([
        'ledger',
        'deploy-ledger',
      ]);
      expect(JSON.stringify(record)).not.toMatch(/payments/i);
    });

    it('tells the level without a path if there is none', async () => {
      const record = await read(ref);
      expect(record?.criticality).toMatchObject({
        level: 'critical-or-important',
        declared: 'standard',
        because: [],
      });
      expect(record?.because).toEqual([]);
      expect(record?.deploys).toEqual([]);
      const value = (name: string) =>
        record?.fields.find(({ field }) => field === name)?.value;
      const notShown = 'Declared, but you may not read it in the catalog';
      expect(value('functions')).toBe(notShown);
      expect(value('links')).toBe(notShown);
      expect(value('owner')).toBe(notShown);
      expect(value('location')).toBeUndefined();
      expect(JSON.stringify(record)).not.toMatch(
        /payments|default.ledger|group:/i,
      );
    });

    it('looks around no further than may be read', async () => {
      const graph = await query.readGraph(ref, createReader(payments) as never);
      expect(graph).toMatchObject({ links: [], cut: false });
      expect(graph.nodes).toHaveLength(1);
    });
  });

  it('gives every asset of an export its nine fields and its links', async () => {
    const lines = [];
    for await (const page of query.export(scope(), 'title')) {
      lines.push(...page);
    }
    expect(lines.map(({ item, links }) => [item.title, links])).toEqual([
      ['100%_sure', []],
      ['deploy-ledger', [ledger]],
      ['jenkins', []],
      ['ledger', ['component:default/deploy-ledger', payments]],
    ]);
  });

  it('lists criticalities in order, page by page', async () => {
    const first = await query.listCriticalities({ limit: 3, visible: 'all' });
    const { nextCursor: cursor } = first;
    const rest = await query.listCriticalities({
      limit: 3,
      cursor,
      visible: 'all',
    });
    expect(rest.nextCursor).toBeUndefined();
    expect([...first.items, ...rest.items]).toEqual([
      { entityRef: 'component:default/100%_sure' },
      {
        entityRef: 'component:default/deploy-ledger',
        level: 'critical-or-important',
      },
      { entityRef: 'component:default/jenkins' },
      { entityRef: ledger, level: 'critical-or-important' },
    ]);
  });
});
