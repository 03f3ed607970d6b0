import {
  type ControlStatus,
  reason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { compileCatalogue } from '../../assess/ControlCatalogue';
import { markScores } from '../../due/KnexMarkScores';
import type { Reader } from '../../permissions/Reader';
import { foldScores } from '../../scores/KnexFoldScores';
import { at, control } from '../../testing/samples';
import { createStores } from '../../testing/TestStores';
import { KnexActionsQuery } from './KnexActionsQuery';

const second = { ...control, id: 'gov-98-test', code: 'GOV-98' };
const databases = new FreshDatabases();
const ownerRef = 'group:default/a';
const [FAILS, UNKNOWN] = ['not-satisfied', 'not-assessed'] as const;

const everything: Pick<Reader, 'readable'> = {
  readable: async () => () => true,
};

describe.each(databases.eachSupportedId())('actions on %s', databaseId => {
  let knex: Knex;
  let actions: KnexActionsQuery;
  let statements = 0;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await createStores(knex);
    actions = new KnexActionsQuery(knex, compileCatalogue([control, second]));
    knex.on('query', () => (statements += 1));
  });
  afterEach(() => knex.destroy());

  /** Keeps an asset with the results of the first and the second control, if any. */
  async function keep(
    name: string,
    statuses: readonly (ControlStatus | undefined)[],
  ) {
    const entityRef = `component:default/${name}`;
    await knex('asset_index').insert({
      entity_ref: entityRef,
      kind: 'component',
      type: 'service',
      title_key: name,
      search_text: name,
      owner_ref: ownerRef,
      system_ref: '',
      provider_ref: '',
      exposure: '',
      problems: 0,
      missing_count: 0,
      criticality_rank: 0,
    });
    for (const [place, { id: controlId }] of [control, second].entries()) {
      const status = statuses[place];
      if (status) {
        await record({ entityRef, controlId, status });
      }
    }
    await knex.transaction(transaction => markScores(transaction, [entityRef]));
  }

  async function record(of: {
    entityRef: string;
    controlId: string;
    status: ControlStatus;
  }) {
    const { entityRef, controlId, status } = of;
    const pair = { entity_ref: entityRef, control_id: controlId, status };
    const id = `sha256:${entityRef} ${controlId}`;
    const result = { status, reason: reason('all-checks-passed') };
    await knex('assessment').insert({
      ...pair,
      id,
      body: JSON.stringify(result),
      summary: JSON.stringify(result),
      as_of: at(0),
    });
    await knex('control_status').insert({
      ...pair,
      assessment_id: id,
      result_digest: 'none',
      assessed_at: at(0),
    });
  }

  const fold = () =>
    foldScores(knex, {
      controls: [control, second],
      limit: 100,
      today: '2026-03-01',
    });

  const list = (
    asked: Partial<Parameters<KnexActionsQuery['list']>[2]> = {},
    visible: 'all' | readonly string[] = 'all',
  ) =>
    actions.list(
      { of: 'group', ref: ownerRef, owners: [ownerRef], visible },
      everything as Reader,
      { limit: 20, ...asked },
    );

  const name = ({
    entityRef,
    control: { code },
  }: Awaited<ReturnType<typeof list>>['items'][number]) =>
    `${entityRef.replace('component:default/', '')} ${code}`;

  it('lists what was never assessed, after everything that was', async () => {
    await keep('new', []);
    await keep('half', ['satisfied']);
    await keep('old', [FAILS, UNKNOWN]);
    await keep('done', ['satisfied', 'not-applicable']);
    await fold();
    const view = await list();
    expect(view.items.map(name)).toEqual([
      'old CHG-99',
      'old GOV-98',
      'half GOV-98',
      'new CHG-99',
      'new GOV-98',
    ]);
    expect(view.items.at(-1)).toMatchObject({
      status: UNKNOWN,
      reason: { code: 'not-yet-assessed' },
      advice: expect.any(String),
    });
    expect(view.items.at(-1)).not.toHaveProperty('since');
    expect(view).toMatchObject({ notSatisfied: 1, notAssessed: 4 });
  });

  it('lists as many as it counts, with each status and for each reader', async () => {
    await keep('new', []);
    await keep('half', [undefined, FAILS]);
    await keep('old', [UNKNOWN, FAILS]);
    await fold();
    for (const visible of ['all', ['component:default/new']] as const) {
      const all = await list({}, visible);
      expect(all.items).toHaveLength(all.notSatisfied + all.notAssessed);
      const unknown = await list({ status: UNKNOWN }, visible);
      expect(unknown.items).toHaveLength(all.notAssessed);
      const failing = await list({ status: FAILS }, visible);
      expect(failing.items).toHaveLength(all.notSatisfied);
    }
    const own = await list({}, ['component:default/new']);
    expect(own.items.map(name)).toEqual(['new CHG-99', 'new GOV-98']);
  });

  it.each([1, 2, 3, 4])(
    'has each of them on one page of %d, with few statements',
    async limit => {
      for (const place of [1, 2, 3]) {
        await keep(`a${place}`, [FAILS]);
        await keep(`b${place}`, []);
      }
      await fold();
      const whole = (await list()).items.map(name);
      expect(whole).toHaveLength(12);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        statements = 0;
        const page = await list({ limit, ...(cursor && { cursor }) });
        expect(statements).toBeLessThanOrEqual(3);
        expect(page.items.length).toBeGreaterThan(0);
        seen.push(...page.items.map(name));
        cursor = page.nextCursor;
      } while (cursor);
      expect(seen).toEqual(whole);
    },
  );
});
