import {
  type Assessment,
  type ControlStatus,
  MAX_ROWS,
  reason,
  type Row,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { compileCatalogue } from '../../assess/ControlCatalogue';
import { markScores } from '../../due/KnexMarkScores';
import { CursorError, writeCursor } from '../../kernel/paging/cursor';
import type { Reader } from '../../permissions/Reader';
import { foldScores } from '../../scores/KnexFoldScores';
import { at, control } from '../../testing/samples';
import { createStores } from '../../testing/TestStores';
import type { ScorecardScope } from '../scorecards/ScorecardScope';
import { type AskedResults, KnexResultsQuery } from './KnexResultsQuery';
import { describeLines } from './resultsCsv';

const second = { ...control, id: 'gov-98-test', code: 'GOV-98' };
const databases = new FreshDatabases();
let knex: Knex;
afterEach(() => knex.destroy());

const OPEN: readonly ControlStatus[] = ['not-satisfied', 'not-assessed'];

describe.each(databases.eachSupportedId())('results on %s', databaseId => {
  let results: KnexResultsQuery;
  let statements: string[];

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await createStores(knex);
    statements = [];
    knex.on('query', ({ sql }) => statements.push(sql));
    results = new KnexResultsQuery(knex, compileCatalogue([control, second]));
  });

  const toRef = (name: string) => `component:default/${name}`;

  /** A reader of everything, or of some assets and of nobody who owns them. */
  const createReader = (visible: 'all' | readonly string[]): Reader => {
    const isReadable = (ref: string) =>
      visible === 'all' || visible.includes(ref);
    const part: Pick<Reader, 'readable'> = { readable: async () => isReadable };
    return part as Reader;
  };

  const row = (kind: string, status: ControlStatus, title = kind): Row => ({
    member: { kind, title, at: at(1) },
    status,
    reason: reason('not-yet-assessed'),
    checks: [],
  });

  /** Keeps an asset, and the result of the first control for it. */
  async function keep(
    name: string,
    result?: { status: ControlStatus; rows?: Row[]; unlisted?: number },
  ) {
    const entityRef = toRef(name);
    await knex('asset_index').insert({
      entity_ref: entityRef,
      kind: 'component',
      type: 'service',
      title_key: name,
      search_text: name,
      owner_ref: 'group:default/a',
      system_ref: '',
      provider_ref: '',
      exposure: '',
      problems: 0,
      missing_count: 0,
      criticality_rank: 0,
    });
    if (result) {
      await record(entityRef, result);
    }
    await knex.transaction(transaction => markScores(transaction, [entityRef]));
  }

  async function record(
    entityRef: string,
    of: { status: ControlStatus; rows?: Row[]; unlisted?: number },
  ) {
    const { status, rows = [], unlisted = 0 } = of;
    const count = (wanted: ControlStatus) =>
      rows.filter(one => one.status === wanted).length;
    const body: Pick<Assessment, 'status' | 'reason' | 'counts' | 'rows'> = {
      status,
      reason: reason('not-yet-assessed'),
      counts: {
        satisfied: count('satisfied'),
        notAssessed: count('not-assessed'),
        notSatisfied: count('not-satisfied') + unlisted,
      },
      rows,
    };
    const id = `sha256:${entityRef}`;
    await knex('assessment').insert({
      id,
      entity_ref: entityRef,
      control_id: control.id,
      status,
      body: JSON.stringify(body),
      summary: '{}',
      as_of: at(0),
    });
    await knex('control_status').insert({
      entity_ref: entityRef,
      control_id: control.id,
      assessment_id: id,
      result_digest: 'none',
      status,
      assessed_at: at(0),
    });
  }

  const fold = () =>
    foldScores(knex, {
      controls: [control, second],
      limit: 100,
      today: '2026-03-01',
    });

  const list = async (
    asked: Partial<AskedResults> & { limit?: number; cursor?: string } = {},
    visible: 'all' | readonly string[] = 'all',
  ) => {
    const scope: ScorecardScope = {
      of: 'organization',
      ref: '',
      owners: [],
      visible,
    };
    return results.list(
      scope,
      { control: [control.id], statuses: OPEN, limit: 10, ...asked },
      createReader(visible),
    );
  };

  const listTitles = async (...asked: Parameters<typeof list>) =>
    (await list(...asked)).items.map(({ entityRef }) =>
      entityRef.replace('component:default/', ''),
    );

  it('has what is not satisfied and what is not assessed, with its open members', async () => {
    await keep('bad', {
      status: 'not-satisfied',
      rows: [
        row('deployment', 'not-satisfied'),
        row('deployment', 'satisfied'),
      ],
      unlisted: 3,
    });
    await keep('good', { status: 'satisfied' });
    await fold();
    const view = await list();
    expect(view).toMatchObject({ assets: 2, isPartial: false });
    expect(view.statuses).toMatchObject({ 'not-satisfied': 1, satisfied: 1 });
    expect(view.items).toMatchObject([
      {
        entityRef: toRef('bad'),
        ownerRef: 'group:default/a',
        criticality: 'critical-or-important',
        control: { code: control.code },
        status: 'not-satisfied',
        since: at(0),
        open: 4,
        members: [{ kind: 'deployment', status: 'not-satisfied' }],
      },
    ]);
    expect(view.items[0]!.reason.sentence).not.toBe('');
  });

  it('does not count members of a kind if some are not stored', async () => {
    await keep('bad', {
      status: 'not-satisfied',
      rows: [row('deployment', 'not-satisfied')],
      unlisted: 3,
    });
    await fold();
    const { items } = await list({ member: 'deployment' });
    expect(items).toMatchObject([{ members: [{ kind: 'deployment' }] }]);
    expect(items[0]!.open).toBeUndefined();
    expect(describeLines(items[0]!)[0]!.at(-1)).toBe('unknown');
  });

  it('has what was never assessed, and what points to the result of another pair', async () => {
    await keep('new');
    await keep('forged', { status: 'satisfied' });
    await knex('control_status').update({ status: 'not-applicable' });
    await fold();
    const { items } = await list();
    expect(items).toMatchObject([
      { entityRef: toRef('new'), status: 'not-assessed', open: 0 },
      { entityRef: toRef('forged'), status: 'not-assessed', members: [] },
    ]);
  });

  it('has all controls unless one is named', async () => {
    await keep('new');
    await fold();
    const view = await list({ control: undefined });
    expect(view.items.map(item => item.control.code).sort()).toEqual(
      [control.code, second.code].sort(),
    );
    expect(view.statuses['not-assessed']).toBe(2);
    expect(results.hasControl('nothing')).toBe(false);
  });

  it('leaves out what has open members, and only closed ones of the kind that is asked about', async () => {
    const interval = row('interval', 'not-satisfied');
    const finding = row('open-finding', 'not-satisfied');
    await keep('both', { status: 'not-satisfied', rows: [finding, interval] });
    await keep('other', {
      status: 'not-satisfied',
      rows: [finding, row('interval', 'satisfied')],
    });
    await keep('unknown', { status: 'not-assessed' });
    await keep('never');
    await fold();
    const { items } = await list({ member: 'interval' });
    expect(items.map(({ entityRef }) => entityRef).sort()).toEqual(
      ['both', 'never', 'unknown'].map(toRef),
    );
    const both = items.find(item => item.entityRef === toRef('both'));
    expect(both?.members).toMatchObject([{ kind: 'interval' }]);
  });

  it('has what was never scanned, though a finding is overdue', async () => {
    const finding = row('open-finding', 'not-satisfied');
    await keep('unscanned', { status: 'not-satisfied', rows: [finding] });
    await fold();
    const { items } = await list({ member: 'interval' });
    expect(items).toMatchObject([{ entityRef: toRef('unscanned') }]);
    // No member is about the question; the reason of the result is what is known.
    expect(items[0]).toMatchObject({ members: [], reason: expect.anything() });
    expect(items[0]!.reason.sentence).not.toBe('');
  });

  it('has what counts more members than it stores: one that is not stored may be asked about', async () => {
    const overdue = (length: number) =>
      Array.from({ length }, () => row('open-finding', 'not-satisfied'));
    const scanned = row('interval', 'satisfied');
    const closed = row('open-finding', 'not-applicable');
    const status = 'not-satisfied';
    // The interval that is not assessed comes after the findings.
    await keep('all', { status, rows: overdue(MAX_ROWS), unlisted: 2 });
    const rows = overdue(MAX_ROWS - 2);
    await keep('cut', {
      status,
      rows: [...rows, scanned, closed],
      unlisted: 1,
    });
    await keep('whole', { status, rows: [...rows, scanned, closed] });
    await fold();
    expect((await listTitles({ member: 'interval' })).sort()).toEqual([
      'all',
      'cut',
    ]);
  });

  it('does not leave out a result whose text has a NUL', async () => {
    await keep('odd', {
      status: 'not-satisfied',
      rows: [
        row('open-finding', 'not-satisfied', 'a\0b'),
        row('interval', 'satisfied'),
      ],
    });
    await fold();
    expect(await listTitles({ member: 'interval' })).toEqual(['odd']);
  });

  it('has only what may be read, and no owner who may not', async () => {
    await keep('mine', { status: 'not-satisfied' });
    await keep('hidden', { status: 'not-satisfied' });
    await fold();
    const view = await list({}, [toRef('mine')]);
    expect(view).toMatchObject({
      isPartial: true,
      assets: 1,
      statuses: { 'not-satisfied': 1 },
    });
    expect(view.items.map(({ entityRef }) => entityRef)).toEqual([
      toRef('mine'),
    ]);
    expect(view.items[0]).not.toHaveProperty('ownerRef');
  });

  it('is read page by page, each with the same number of statements', async () => {
    for (let n = 0; n < 7; n += 1) {
      await keep(`a${n}`, { status: 'not-satisfied' });
    }
    await fold();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      statements.length = 0;
      const page = await list({ limit: 3, ...(cursor && { cursor }) });
      expect(statements).toHaveLength(3);
      seen.push(...page.items.map(({ entityRef }) => entityRef));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6].map(n => toRef(`a${n}`)));
  });

  it('refuses a cursor that is no number', async () => {
    const cursor = writeCursor('x', 'a', 'b');
    await expect(list({ cursor })).rejects.toThrow(CursorError);
  });

  it('is exported with a line for each member, and one for a result without any', async () => {
    await keep('bad', {
      status: 'not-satisfied',
      rows: [
        row('deployment', 'not-satisfied'),
        row('deployment', 'not-satisfied'),
      ],
      unlisted: 1,
    });
    await keep('new');
    await fold();
    const scope: ScorecardScope = {
      of: 'organization',
      ref: '',
      owners: [],
      visible: 'all',
    };
    const lines: string[][] = [];
    const asked = { control: [control.id], statuses: OPEN };
    for await (const page of results.export(
      scope,
      asked,
      createReader('all'),
    )) {
      lines.push(...page.flatMap(describeLines));
    }
    expect(lines.map(line => [line[0], line[5], line[9], line[13]])).toEqual([
      [toRef('bad'), 'not-satisfied', 'not-satisfied', '1'],
      [toRef('bad'), 'not-satisfied', 'not-satisfied', '1'],
      [toRef('new'), 'not-assessed', '', '0'],
    ]);
  });
});
