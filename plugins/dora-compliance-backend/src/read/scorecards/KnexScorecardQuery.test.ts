import {
  type Control,
  type ControlStatus,
  type Criticality,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { compileCatalogue } from '../../assess/ControlCatalogue';
import { control } from '../../testing/samples';
import { createStores } from '../../testing/TestStores';
import { KnexScorecardQuery } from './KnexScorecardQuery';

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
  }

  const read = (
    owners: readonly string[],
    page: { limit: number; cursor?: string } = { limit: 10 },
    visible: 'all' | readonly string[] = 'all',
  ) =>
    scorecards.readTeam(
      { owners: owners.map(name => `group:default/${name}`), visible },
      page,
    );

  it('has what the groups own, the greatest risk first', async () => {
    await keep('good', 'a', 'standard', 'satisfied', 'satisfied');
    await keep('minor', 'a', 'standard', 'not-satisfied', 'satisfied');
    await keep('severe', 'b', undefined, 'satisfied', 'not-satisfied');
    await keep('unknown', 'b', 'important', 'not-assessed', 'satisfied');
    await keep('other', 'c', 'standard', 'not-satisfied', 'not-satisfied');
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
    const view = await read(['a']);
    expect(view).toMatchObject({ assets: 0, items: [], groups: 1 });
    expect(view.score).not.toHaveProperty('coverage');
  });

  it('counts only what may be read', async () => {
    await keep('mine', 'a', 'standard', 'satisfied', 'satisfied');
    await keep('hidden', 'a', 'standard', 'not-satisfied', 'satisfied');
    const view = await read(['a'], { limit: 10 }, ['component:default/mine']);
    expect(view).toMatchObject({
      assets: 1,
      score: { compliance: 1, statuses: { 'not-satisfied': 0 } },
    });
    expect(view.items).toHaveLength(1);
  });

  it('is read page by page, in the same number of statements', async () => {
    for (let n = 0; n < 7; n += 1) {
      await keep(`a${n}`, 'a', 'important', 'not-satisfied', 'satisfied');
    }
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
});
