import {
  type Control,
  type ControlStatus,
  type IctAsset,
  InventoryFilter,
  type InventorySort,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { RowsRead } from '../../__testUtils__/RowsRead';
import { isSqlite } from '../../kernel/database/isSqlite';
import type { Visibility } from '../../permissions/Visibility';
import { syncAssets } from '../../register/syncAssets';
import { foldScores } from '../../scores/KnexFoldScores';
import { at, control, nodeNamed } from '../../testing/samples';
import { createStores } from '../../testing/TestStores';
import { csvColumns, csvLine } from './inventoryCsv';
import { KnexRegisterQuery } from './KnexRegisterQuery';

const databases = new FreshDatabases();
const today = '2026-03-01';
const severity = {
  'critical-or-important': 'high',
  important: 'medium',
  standard: 'low',
} as const;
const controls: Control[] = ['one', 'two'].map(id => ({
  ...control,
  id,
  severity,
}));

/** The statuses of two controls; `late` was added after scores were counted. */
const statuses: Record<string, readonly ControlStatus[]> = {
  bad: ['not-satisfied', 'not-assessed'],
  blind: ['satisfied', 'not-assessed'],
  exempt: ['not-applicable', 'not-applicable'],
  good: ['satisfied', 'not-applicable'],
  late: ['satisfied', 'satisfied'],
  risky: ['risk-accepted', 'satisfied'],
};
const refTo = (name: string) => `component:default/${name}`;

describe.each(databases.eachSupportedId())('compliance on %s', databaseId => {
  let knex: Knex;
  let query: KnexRegisterQuery;

  beforeAll(async () => {
    knex = await databases.init(databaseId);
    const stores = await createStores(knex);
    query = new KnexRegisterQuery(knex, stores.register);
    await syncAssets({
      ...stores,
      inventory: {
        async *pages() {
          yield Object.keys(statuses).map(name => ({ node: nodeNamed(name) }));
        },
      },
      now: at(0),
    });
    await knex('control_status').delete();
    await knex('control_status').insert(
      Object.entries(statuses).flatMap(([name, both]) =>
        both.map((status, place) => ({
          entity_ref: refTo(name),
          control_id: controls[place]!.id,
          assessment_id: 'none',
          result_digest: 'none',
          status,
          assessed_at: at(0),
        })),
      ),
    );
    await knex('score_queue').where('entity_ref', refTo('late')).delete();
    await foldScores(knex, { controls, limit: 100, today });
  });
  afterAll(() => knex.destroy());

  const scope = (
    filter: Record<string, string> = {},
    visible: Visibility = 'all',
  ) => ({ filter: InventoryFilter.parse(filter), visible, today });
  const list = async (
    filter: Record<string, string> = {},
    sort: InventorySort = 'title',
    visible: Visibility = 'all',
  ) => (await query.list(scope(filter, visible), { sort, limit: 50 })).items;
  const titles = async (...asked: Parameters<typeof list>) =>
    (await list(...asked)).map(({ title }) => title);

  it.each([
    ['not-satisfied', ['bad']],
    ['not-assessed', ['bad', 'blind']],
    ['risk-accepted', ['risky']],
    ['satisfied', ['good']],
    ['not-applicable', ['exempt']],
    ['not-scored', ['late']],
    ['not-scored,satisfied', ['good', 'late']],
    ['nothing-of-ours', []],
  ])('finds assets by status %s: %j', async (status, expected) => {
    expect(await titles({ status })).toEqual(expected);
  });

  it('counts what each status would find, among what may be read', async () => {
    const count = async (visible: Visibility) => {
      const { facets } = await query.summarise(
        scope({ status: 'satisfied' }, visible),
      );
      return Object.fromEntries(
        facets.status.map(({ value, count: n }) => [value, n]),
      );
    };
    expect(await count('all')).toEqual({
      'not-satisfied': 1,
      'not-assessed': 2,
      'risk-accepted': 1,
      satisfied: 1,
      'not-applicable': 1,
      'not-scored': 1,
    });
    expect(await count([refTo('blind')])).toEqual({ 'not-assessed': 1 });
  });

  it('sorts by risk; what nobody counted follows findings', async () => {
    const order = ['bad', 'late', 'blind', 'exempt', 'good', 'risky'];
    expect(await titles({}, 'risk')).toEqual(order);
    expect(await titles({}, '-risk')).toEqual([...order].reverse());
  });

  it('reads no more than a page of many assets by risk', async () => {
    const [row] = await knex('asset_index').where('entity_ref', refTo('good'));
    const [record] = await knex('asset').where('entity_ref', refTo('good'));
    const many = Array.from({ length: 900 }, (_, n) => refTo(`many${n}`));
    for (const [table, one] of [
      ['asset_index', row],
      ['asset', record],
    ] as const) {
      const rows = many.map(entity_ref => ({ ...one, entity_ref }));
      await knex.batchInsert(table, rows, 30);
    }
    if (!isSqlite(knex)) {
      await knex.raw('ANALYZE');
    }
    const page = { sort: 'risk' as const, limit: 20 };
    const first = await query.list(scope(), page);
    const cursor = first.nextCursor!;
    const read = new RowsRead(knex);
    const findLongSteps = (asked: object) =>
      read.longSteps(() => query.list(scope(), { ...page, ...asked }), 200);
    expect(await findLongSteps({})).toEqual([]);
    expect(await findLongSteps({ cursor })).toEqual([]);
    expect(await findLongSteps({ sort: '-risk' })).toEqual([]);
    for (const table of ['asset_index', 'asset']) {
      await knex(table).where('entity_ref', 'like', '%many%').delete();
    }
  });

  it('says the worst status, and how many controls have each', async () => {
    const [bad] = await list({ search: 'bad' });
    expect(bad?.score).toEqual({
      worst: 'not-satisfied',
      statuses: {
        'not-applicable': 0,
        satisfied: 0,
        'risk-accepted': 0,
        'not-assessed': 1,
        'not-satisfied': 1,
      },
      coverage: 0.5,
      compliance: 0,
    });
    const [late] = await list({ search: 'late' });
    expect(late).not.toHaveProperty('score');
  });

  it('exports the same; an asset without a score has empty cells', async () => {
    const cells = new Map<string, string[]>();
    for await (const page of query.export(scope(), 'title')) {
      for (const { item, asset, links } of page) {
        const line = csvLine(item, asset as IctAsset, links);
        cells.set(item.title, line.slice(-8));
        expect(line).toHaveLength(csvColumns().length);
      }
    }
    expect(csvColumns().slice(-8)).toEqual([
      'Worst status',
      'Controls not applicable',
      'Controls satisfied',
      'Controls with accepted risk',
      'Controls not assessed',
      'Controls not satisfied',
      'Coverage',
      'Compliance',
    ]);
    expect(cells.get('blind')).toEqual([
      'not-assessed',
      '0',
      '1',
      '0',
      '1',
      '0',
      '0.5',
      '1',
    ]);
    expect(cells.get('exempt')).toEqual([
      'not-applicable',
      '2',
      '0',
      '0',
      '0',
      '0',
      '',
      '',
    ]);
    expect(cells.get('late')).toEqual(Array(8).fill(''));
  });

  it('takes as many statements for many assets as for few', async () => {
    let statements = 0;
    const count = () => statements++;
    knex.on('query', count);
    await query.list(scope({ status: 'not-assessed' }), {
      sort: 'risk',
      limit: 1,
    });
    const few = statements;
    statements = 0;
    await list({}, 'risk');
    expect(statements).toBe(few);
    knex.off('query', count);
  });
});
