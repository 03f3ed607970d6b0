import {
  type Control,
  type ControlStatus,
  type Criticality,
  type ScorecardLine,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { compileCatalogue } from '../../assess/ControlCatalogue';
import { control } from '../../testing/samples';
import { foldScores } from '../../scores/KnexFoldScores';
import { markAllScores, markScores } from '../../due/KnexMarkScores';
import { createStores } from '../../testing/TestStores';
import { KnexScorecardQuery } from './KnexScorecardQuery';
import type { NamedScope } from './ScorecardScopes';

const second: Control = {
  ...control,
  id: 'gov-98-test',
  code: 'GOV-98',
  severity: {
    'critical-or-important': 'critical',
    important: 'high',
    standard: 'low',
  },
};
const first: Control = {
  ...control,
  severity: {
    'critical-or-important': 'high',
    important: 'medium',
    standard: 'low',
  },
};
const controls = compileCatalogue([first, second]);
const RANKS = ['critical-or-important', 'important', 'standard', undefined];

const readAnything = async () => () => true;
const reader = { readable: readAnything };

const databases = new FreshDatabases();
let knex: Knex;
afterEach(() => knex.destroy());

describe.each(databases.eachSupportedId())('scorecards on %s', databaseId => {
  let scorecards: KnexScorecardQuery;
  let statements: string[];

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await createStores(knex);
    statements = [];
    knex.on('query', ({ sql }) => statements.push(sql));
    scorecards = new KnexScorecardQuery(knex, controls);
  });

  /** Keeps an asset with its statuses for the two controls. */
  async function keep(
    name: string,
    owner: string,
    level: Criticality | undefined,
    ...statuses: (ControlStatus | undefined)[]
  ) {
    const entityRef = `component:default/${name}`;
    await knex('asset_index').insert({
      entity_ref: entityRef,
      kind: 'component',
      type: 'service',
      title_key: name,
      search_text: name,
      owner_ref: `group:default/${owner}`,
      system_ref: '',
      provider_ref: '',
      exposure: '',
      problems: 0,
      missing_count: 0,
      criticality_rank: RANKS.indexOf(level),
    });
    await knex('inventory_node').insert({
      entity_ref: entityRef,
      node: 'asset',
      title: name,
      digest: 'none',
      declared: '{}',
    });
    for (const [place, status] of statuses.entries()) {
      if (status) {
        await knex('control_status').insert({
          entity_ref: entityRef,
          control_id: [first, second][place]!.id,
          assessment_id: 'none',
          result_digest: 'none',
          status,
          assessed_at: '2026-03-01T00:00:00.000Z',
        });
      }
    }
    await knex.transaction(transaction => markScores(transaction, [entityRef]));
  }

  const fold = (today = '2026-03-01') =>
    foldScores(knex, { controls: [first, second], limit: 100, today });

  /** Changes a status, or takes it away. */
  async function change(
    name: string,
    { id }: Control,
    status: ControlStatus | undefined,
  ) {
    const entityRef = `component:default/${name}`;
    const pair = { entity_ref: entityRef, control_id: id };
    await (status
      ? knex('control_status').where(pair).update({ status })
      : knex('control_status').where(pair).delete());
    await knex.transaction(transaction => markScores(transaction, [entityRef]));
  }

  const ofGroups = (
    owners: readonly string[],
    visible: 'all' | readonly string[] = 'all',
  ): NamedScope => ({
    of: 'group',
    ref: 'group:default/x',
    owners: owners.map(name => `group:default/${name}`),
    visible,
  });

  const read = (
    owners: readonly string[],
    page: { limit: number; cursor?: string } = { limit: 10 },
    visible: 'all' | readonly string[] = 'all',
  ) =>
    scorecards.read(
      ofGroups(owners, visible),
      { ...page, monthAgo: '2026-02-01' },
      reader,
    );

  it('has what the groups own, the greatest risk first', async () => {
    await keep('good', 'a', 'standard', 'satisfied', 'satisfied');
    await keep('minor', 'a', 'standard', 'not-satisfied', 'satisfied');
    await keep('severe', 'b', undefined, 'satisfied', 'not-satisfied');
    await keep('unknown', 'b', 'important', 'not-assessed', 'satisfied');
    await keep('other', 'c', 'standard', 'not-satisfied', 'not-satisfied');
    await fold();
    const view = await read(['a', 'b']);
    expect(view.items.map(({ title }) => title)).toEqual([
      'severe',
      'minor',
      'unknown',
      'good',
    ]);
    expect({ groups: view.groups, assets: view.assets }).toEqual({
      groups: 2,
      assets: 4,
    });
    expect(view.score).toEqual({
      statuses: {
        'not-applicable': 0,
        satisfied: 5,
        'risk-accepted': 0,
        'not-assessed': 1,
        'not-satisfied': 2,
      },
      coverage: 7 / 8,
      // Of good 1 + 1, minor 1, severe 4, unknown 4; not of minor 1, severe 8.
      compliance: 11 / 20,
    });
    expect(view.controls.map(({ code }) => code)).toEqual(
      ['GOV-98', first.code].sort(
        (one, other) => Number(one === 'GOV-98') - Number(other === 'GOV-98'),
      ),
    );
    expect(view.items[0]).toEqual({
      entityRef: 'component:default/severe',
      title: 'severe',
      ownerRef: 'group:default/b',
      score: expect.objectContaining({ coverage: 1, compliance: 4 / 12 }),
      results: { [first.id]: 'satisfied', [second.id]: 'not-satisfied' },
    });
  });

  it('counts what has no status yet as not assessed', async () => {
    await keep('new', 'a', 'standard');
    await keep('known', 'a', 'standard', 'satisfied', 'satisfied');
    await fold();
    const view = await read(['a']);
    expect(view.score).toMatchObject({
      statuses: { 'not-assessed': 2, satisfied: 2 },
      coverage: 0.5,
      compliance: 1,
    });
    expect(view.items.map(({ title }) => title)).toEqual(['new', 'known']);
    expect(view.items[0]!.score).not.toHaveProperty('compliance');
  });

  it('shows a group that owns nothing as one without numbers', async () => {
    await fold();
    const view = await read(['a']);
    expect(view).toMatchObject({ assets: 0, items: [], groups: 1 });
    expect(view.score).not.toHaveProperty('coverage');
  });

  it('counts only what may be read', async () => {
    await keep('mine', 'a', 'standard', 'satisfied', 'satisfied');
    await keep('hidden', 'a', 'standard', 'not-satisfied', 'satisfied');
    await fold();
    const view = await read(['a'], { limit: 10 }, ['component:default/mine']);
    expect(view).toMatchObject({
      assets: 1,
      score: { compliance: 1, statuses: { 'not-satisfied': 0 } },
    });
    expect(view.items).toHaveLength(1);
  });

  it('names no owner who may not be read, in the view and in the file', async () => {
    await keep('mine', 'a', 'standard', 'satisfied', 'satisfied');
    await keep('other', 'hidden', 'standard', 'satisfied', 'satisfied');
    await fold();
    const scope = ofGroups(['a', 'hidden']);
    const some = {
      readable: async (refs: readonly string[]) => (ref: string) =>
        refs.includes(ref) && ref === 'group:default/a',
    };
    const { items } = await scorecards.read(
      scope,
      { limit: 10, monthAgo: '2026-02-01' },
      some,
    );
    const shown = items.map(({ title, ownerRef }) => [title, ownerRef]);
    expect(shown).toEqual([
      ['mine', 'group:default/a'],
      ['other', undefined],
    ]);
    const lines: string[][] = [];
    for await (const page of scorecards.exportPairs(scope, some)) {
      lines.push(...page);
    }
    expect([...new Set(lines.map(line => `${line[1]} ${line[2]}`))]).toEqual([
      'mine group:default/a',
      'other ',
    ]);
  });

  it('is exported whole, whatever changes between two steps', async () => {
    const names = Array.from({ length: 250 }, (_, place) => `a${place}`);
    for (const name of names) {
      await keep(name, 'a', 'important', 'satisfied', 'satisfied');
    }
    while ((await fold()) > 0);
    const exported: string[] = [];
    for await (const page of scorecards.exportPairs(ofGroups(['a']), reader)) {
      exported.push(...page.map(([entityRef]) => entityRef!));
      // The last ones become the worst, before the place of the next step.
      await knex('asset_score')
        .where('entity_ref', '>', exported.at(-1)!)
        .update({ risk_order: -1_000_000 });
    }
    expect(new Set(exported).size).toBe(names.length);
    expect(exported).toHaveLength(2 * names.length);
  });

  it('is read page by page, in the same number of statements', async () => {
    for (let n = 0; n < 7; n += 1) {
      await keep(`a${n}`, 'a', 'important', 'not-satisfied', 'satisfied');
    }
    await fold();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      statements.length = 0;
      const page = await read(['a'], { limit: 3, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor;
      expect(statements).toHaveLength(4);
      expect(page.assets).toBe(7);
    } while (cursor);
    expect(seen).toEqual(['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6']);
  });

  const everyone = async (): Promise<string[]> =>
    knex('asset_index').pluck('entity_ref');

  /** Everything that a scorecard and its history say, without who may read what. */
  async function readAll(visible: 'all' | readonly string[]) {
    const scopes: NamedScope[] = [
      { of: 'organization', ref: '', owners: [], visible },
      ofGroups(['a', 'b'], visible),
      ofGroups(['c'], visible),
      { of: 'criticality', ref: 'important', owners: [], visible },
      { of: 'function', ref: 'none', owners: [], visible },
      { of: 'asset', ref: 'component:default/one', owners: [], visible },
    ];
    const answers = [];
    for (const scope of scopes) {
      const view = await scorecards.read(
        scope,
        { limit: 100, monthAgo: '2026-02-01' },
        reader,
      );
      const range = { from: '2026-01-01', to: '2026-12-31' };
      const { days } = await scorecards.readTrend(scope, range);
      answers.push({ ...view, isPartial: undefined, days });
    }
    const lines = await scorecards.compare(
      {
        by: 'group',
        sort: '-findings',
        limit: 10,
        visible,
        monthAgo: '2026-02-01',
      },
      readAnything,
    );
    const line = ({ ref, assets, score }: ScorecardLine) => ({
      ref,
      assets,
      score,
    });
    return { answers, lines: lines.items.map(line) };
  }

  it('is the same from totals and from the assets themselves, whatever changes', async () => {
    await keep('one', 'a', 'standard', 'satisfied', 'satisfied');
    await keep('two', 'b', undefined, 'not-satisfied');
    await keep('three', 'c', 'important', 'not-assessed', 'risk-accepted');
    await fold('2026-01-10');
    const check = async () =>
      expect(await readAll('all')).toEqual(await readAll(await everyone()));
    await check();
    await change('one', first, 'not-satisfied');
    await change('three', second, undefined);
    await fold('2026-01-20');
    await check();
    // Another owner, and another criticality.
    await knex('asset_index')
      .where('entity_ref', 'component:default/two')
      .update({ owner_ref: 'group:default/c', criticality_rank: 2 });
    await change('two', first, 'satisfied');
    await fold('2026-02-20');
    await check();
    const { days } = await scorecards.readTrend(ofGroups(['b']), {
      from: '2026-01-01',
      to: '2026-12-31',
    });
    expect(days.map(({ day, assets }) => [day, assets])).toEqual([
      ['2026-01-10', 1],
      ['2026-02-20', 0],
    ]);
  });

  it('compares parts with the same day as the whole, whenever they changed last', async () => {
    await keep('one', 'a', 'standard', 'satisfied', 'satisfied');
    await fold('2026-01-10');
    await change('one', first, 'not-satisfied');
    await fold('2026-02-20');
    const { items } = await scorecards.compare(
      {
        by: 'group',
        sort: 'name',
        limit: 10,
        visible: 'all',
        monthAgo: '2026-02-01',
      },
      readAnything,
    );
    expect(items).toMatchObject([
      { earlier: { day: '2026-02-01', score: { compliance: 1 } } },
    ]);
    expect((await read(['a'])).earlier).toEqual(items[0]!.earlier);
  });

  it('says that the systems of a domain are those of now, whoever reads', async () => {
    const belonging = async (
      of: NamedScope['of'],
      visible: NamedScope['visible'],
    ) => {
      const scope = {
        of,
        ref: 'x:default/x',
        owners: [],
        systems: [],
        visible,
      };
      const range = { from: '2026-01-01', to: '2026-12-31' };
      return (await scorecards.readTrend(scope, range)).belonging;
    };
    expect(await belonging('domain', 'all')).toBe('now');
    expect(await belonging('domain', [])).toBe('now');
    expect(await belonging('system', 'all')).toBe('then');
    expect(await belonging('system', [])).toBe('now');
    expect(await belonging('group', [])).toBe('then');
  });

  it('takes away what is gone, and keeps its past', async () => {
    await keep('one', 'a', 'standard', 'satisfied', 'satisfied');
    await keep('two', 'a', 'standard', 'not-satisfied', 'satisfied');
    await fold('2026-01-10');
    for (const table of ['asset_index', 'control_status', 'inventory_node']) {
      await knex(table).where('entity_ref', 'component:default/two').delete();
    }
    await knex.transaction(transaction =>
      markScores(transaction, ['component:default/two']),
    );
    await fold('2026-01-11');
    const view = await read(['a']);
    expect(view).toMatchObject({
      assets: 1,
      score: { compliance: 1 },
      earlier: { day: '2026-02-01', assets: 1 },
    });
    const range = { from: '2026-01-01', to: '2026-12-31' };
    const { days } = await scorecards.readTrend(ofGroups(['a']), range);
    expect(days.map(({ day, assets }) => [day, assets])).toEqual([
      ['2026-01-10', 2],
      ['2026-01-11', 1],
    ]);
  });

  it('follows a control whose severity changes, and one that is added or removed', async () => {
    await keep('one', 'a', 'standard', 'satisfied', 'not-satisfied');
    const foldWith = (...installed: Control[]) =>
      foldScores(knex, { controls: installed, limit: 9, today: '2026-01-10' });
    const compliance = async (...installed: Control[]) => {
      await knex.transaction(markAllScores);
      await foldWith(...installed);
      const { score, assets } = await read(['a']);
      return [assets, score.compliance];
    };
    expect(await compliance(first)).toEqual([1, 1]);
    expect(await compliance(first, second)).toEqual([1, 0.5]);
    const heavier = {
      ...second,
      severity: { ...second.severity, standard: 'medium' as const },
    };
    expect(await compliance(first, heavier)).toEqual([1, 1 / 3]);
    expect(await compliance(second)).toEqual([1, 0]);
  });

  it('lists the changes of one control page by page, latest first', async () => {
    await keep('one', 'a', 'standard', 'satisfied', 'satisfied');
    await keep('two', 'a', 'standard', 'satisfied', 'satisfied');
    await fold();
    const happened = [
      ['one', first, '2026-01-01T00:00:00.000Z'],
      ['one', second, '2026-01-02T00:00:00.000Z'],
      ['two', first, '2026-01-03T00:00:00.000Z'],
      ['one', first, '2026-01-04T00:00:00.000Z'],
      ['one', first, '2026-01-05T00:00:00.000Z'],
    ] as const;
    for (const [name, { id }, changedAt] of happened) {
      await knex('status_change').insert({
        entity_ref: `component:default/${name}`,
        control_id: id,
        owner_ref: 'group:default/a',
        from_status: 'not-assessed',
        to_status: 'satisfied',
        changed_at: changedAt,
      });
    }
    const scope: NamedScope = {
      of: 'asset',
      ref: 'component:default/one',
      owners: [],
      visible: 'all',
    };
    const asked = {
      since: toInstant(new Date('2000-01-01')),
      controlId: first.id,
      limit: 2,
    };
    statements = [];
    const page = await scorecards.listChanges(scope, asked);
    expect(statements).toHaveLength(1);
    const rest = await scorecards.listChanges(scope, {
      ...asked,
      cursor: page.nextCursor,
    });
    expect([page, rest].map(({ items }) => items.map(({ at }) => at))).toEqual([
      [happened[4][2], happened[3][2]],
      [happened[0][2]],
    ]);
    expect(rest.nextCursor).toBeUndefined();
  });

  it('has the scores of named assets, in one statement', async () => {
    await keep('one', 'a', 'standard', 'satisfied', 'not-satisfied');
    await keep('two', 'a', undefined, 'not-assessed', 'satisfied');
    await fold();
    await keep('new', 'a', 'standard');
    statements = [];
    const refs = ['new', 'one', 'stranger', 'two'].map(
      name => `component:default/${name}`,
    );
    const items = await scorecards.listScores(refs);
    expect(statements).toHaveLength(1);
    expect(
      items.map(({ entityRef, score }) => [
        entityRef.split('/')[1],
        score?.worst,
        score?.coverage,
        score?.compliance,
      ]),
    ).toEqual([
      ['new', undefined, undefined, undefined],
      ['one', 'not-satisfied', 1, 0.5],
      ['two', 'not-assessed', 0.5, 1],
    ]);
    expect(await scorecards.listScores([])).toEqual([]);
  });

  it('exports what its numbers are computed from', async () => {
    await keep('one', 'a', 'standard', 'satisfied', 'not-satisfied');
    await keep('two', 'a', undefined, 'not-assessed', 'satisfied');
    await fold();
    const { score } = await read(['a']);
    const lines: string[][] = [];
    for await (const page of scorecards.exportPairs(ofGroups(['a']), reader)) {
      lines.push(...page);
    }
    const weigh = (...statuses: string[]) =>
      lines
        .filter(line => statuses.includes(line[5]!))
        .reduce((sum, line) => sum + Number(line[6]), 0);
    expect(lines).toHaveLength(4);
    expect(score.compliance).toBe(
      weigh('satisfied') / weigh('satisfied', 'risk-accepted', 'not-satisfied'),
    );
  });
});
