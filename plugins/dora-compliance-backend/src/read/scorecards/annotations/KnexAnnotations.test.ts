import fc from 'fast-check';
import type { Knex } from 'knex';
import { FreshDatabases } from '../../../__testUtils__/FreshDatabases';
import { compileCatalogue } from '../../../assess/ControlCatalogue';
import { markScores } from '../../../due/KnexMarkScores';
import type { Visibility } from '../../../permissions/Visibility';
import { foldScores } from '../../../scores/KnexFoldScores';
import { control } from '../../../testing/samples';
import { createStores } from '../../../testing/TestStores';
import { KnexScorecardQuery } from '../KnexScorecardQuery';
import type { NamedScope } from '../ScorecardScopes';

const controls = compileCatalogue([control]);
const sources = new Map([['github', { title: 'GitHub' }]]);
const range = { from: '2026-03-01', to: '2026-03-31' };

const databases = new FreshDatabases();
let knex: Knex;
afterEach(() => knex.destroy());

describe.each(databases.eachSupportedId())('annotations on %s', databaseId => {
  let scorecards: KnexScorecardQuery;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await createStores(knex);
    scorecards = new KnexScorecardQuery(knex, controls, sources);
  });

  const nameAsset = (name: string) => `component:default/${name}`;
  const nameKey = (name: string) => `repository:${name}`;
  // `Date.UTC` would cut the fraction of a day off.
  const noon = (day: number) =>
    new Date(
      Date.UTC(2026, 2, 1, 12) + (day - 1) * 24 * 60 * 60_000,
    ).toISOString();

  /** Assets with a repository each, on which a source reported. */
  async function keep(
    owner: string,
    assets: Readonly<Record<string, string>>,
    today = '2026-02-01',
  ) {
    for (const [name, sourceId] of Object.entries(assets)) {
      const key = { subject_key: nameKey(name) };
      await knex('asset_index').insert({
        entity_ref: nameAsset(name),
        kind: 'component',
        type: 'service',
        title_key: name,
        search_text: name,
        owner_ref: owner,
        system_ref: '',
        provider_ref: '',
        exposure: '',
        problems: 0,
        missing_count: 0,
        criticality_rank: 2,
      });
      await knex('asset_identifier').insert({
        ...key,
        entity_ref: nameAsset(name),
      });
      await knex('source_subject').insert({ ...key, source_id: sourceId });
    }
    await knex.transaction(transaction =>
      markScores(transaction, Object.keys(assets).map(nameAsset)),
    );
    const options = { controls: [control], limit: 1000, today };
    await foldScores(knex, options);
  }

  let gaps = 0;
  /** A gap of a source from a day on, of one repository or of all. */
  async function lose(
    sourceId: string,
    days: { from: number; to?: number; closed?: number },
    name?: string,
  ) {
    gaps += 1;
    await knex('source_gap').insert({
      id: `${gaps}`,
      source_id: sourceId,
      target_key: name ? nameKey(name) : '',
      cause: name ? 'collector-silent' : 'receiver-down',
      from_at: noon(days.from),
      to_at: days.to === undefined ? null : noon(days.to),
      made_good_at: days.closed === undefined ? null : noon(days.closed),
    });
  }

  const change = (code: string, what: string, at: string) =>
    knex('control_change').insert({
      control_id: code === control.code ? control.id : code.toLowerCase(),
      code,
      change: what,
      changed_at: at,
    });

  const accept = (
    name: string,
    day: number,
    [from, to]: readonly [string, string],
    owner = 'group:default/a',
  ) =>
    knex('status_change').insert({
      entity_ref: nameAsset(name),
      control_id: control.id,
      owner_ref: owner,
      from_status: from,
      to_status: to,
      changed_at: noon(day),
    });

  const begins = ['not-satisfied', 'risk-accepted'] as const;
  const ends = ['risk-accepted', 'satisfied'] as const;

  const whole = (visible: Visibility = 'all'): NamedScope => ({
    of: 'organization',
    ref: '',
    owners: [],
    visible,
  });
  const ofGroup = (ref: string, visible: Visibility = 'all'): NamedScope => ({
    of: 'group',
    ref,
    owners: [ref],
    visible,
  });
  const ofAsset = (name: string): NamedScope => ({
    of: 'asset',
    ref: nameAsset(name),
    owners: [],
    visible: 'all',
  });

  const read = async (scope = whole()) =>
    (await scorecards.readTrend(scope, range)).annotations;

  it('name the controls that became others, by day', async () => {
    await keep('group:default/a', { one: 'github' });
    await change('CHG-97', 'added', '2026-02-28T23:59:59.999Z');
    await change('CHG-98', 'added', '2026-03-01T00:00:00.000Z');
    await change(control.code, 'changed', noon(3));
    await change(control.code, 'changed', noon(3));
    await change('CHG-98', 'removed', '2026-03-31T23:59:59.999Z');
    await change('CHG-97', 'removed', '2026-04-01T00:00:00.000Z');
    const other = { id: 'chg-98', code: 'CHG-98' };
    const own = { id: control.id, code: control.code, title: control.title };
    const kind = 'controls';
    expect(await read()).toEqual([
      {
        kind,
        day: '2026-03-31',
        change: 'removed',
        amount: 1,
        controls: [other],
      },
      {
        kind,
        day: '2026-03-03',
        change: 'changed',
        amount: 1,
        controls: [own],
      },
      {
        kind,
        day: '2026-03-01',
        change: 'added',
        amount: 1,
        controls: [other],
      },
    ]);
  });

  it('name ten controls at most, and count them all', async () => {
    await keep('group:default/a', { one: 'github' });
    for (let n = 30; n > 10; n -= 1) {
      await change(`CHG-${n}`, 'code-changed', noon(3));
    }
    const [found] = await read();
    expect(found).toMatchObject({ change: 'code-changed', amount: 20 });
    expect(
      found?.kind === 'controls' && found.controls.map(({ code }) => code),
    ).toEqual(Array.from({ length: 10 }, (_, n) => `CHG-${n + 11}`));
  });

  it('tell the gaps of sources of the assets in the scope', async () => {
    await keep('group:default/a', { one: 'github', two: 'github' });
    await keep('group:default/b', { three: 'gitlab' });
    await lose('github', { from: 2, to: 4, closed: 6 });
    await lose('github', { from: 8 }, 'one');
    await lose('github', { from: 8 }, 'two');
    await lose('gitlab', { from: 10, to: 10 });
    await lose('jenkins', { from: 11 });
    const kind = 'gap';
    const github = { id: 'github', title: 'GitHub' };
    const ofOne = {
      kind,
      day: '2026-03-08',
      source: github,
      cause: 'collector-silent',
      targets: 1,
    };
    const ofAll = {
      kind,
      day: '2026-03-02',
      until: '2026-03-04',
      closed: '2026-03-06',
      source: github,
      cause: 'receiver-down',
    };
    const ofOther = {
      kind,
      day: '2026-03-10',
      until: '2026-03-10',
      source: { id: 'gitlab' },
      cause: 'receiver-down',
    };
    expect(await read()).toEqual([{ ...ofOne, targets: 2 }, ofOther, ofAll]);
    expect(await read(ofAsset('one'))).toEqual([ofOne, ofAll]);
    expect(await read(ofGroup('group:default/b'))).toEqual([ofOther]);
  });

  it('count a repository once, however often it had a gap on a day', async () => {
    await keep('group:default/a', { one: 'github', two: 'github' });
    await lose('github', { from: 3, to: 3 }, 'one');
    await lose('github', { from: 3.1, to: 3.2 }, 'one');
    await lose('github', { from: 3.2, to: 3.3 }, 'two');
    expect(await read()).toMatchObject([{ day: '2026-03-03', targets: 2 }]);
  });

  it('tell a gap of a source that is polled and never reported', async () => {
    await keep('group:default/a', { one: 'github' });
    await knex('collection_target').insert({
      source_id: 'jenkins',
      target_key: nameKey('one'),
      kind: 'repository',
      uri: 'https://x',
      added_at: noon(1),
      due_at: noon(1),
    });
    await lose('jenkins', { from: 3 });
    expect(await read()).toMatchObject([{ source: { id: 'jenkins' } }]);
  });

  it('tell a gap before the range only if it lasts or was closed later', async () => {
    await keep('group:default/a', { one: 'github' });
    await lose('github', { from: -9, to: -8, closed: -7 });
    await lose('github', { from: -6, to: -5 });
    await lose('github', { from: -4, to: -3, closed: 2 });
    await lose('github', { from: -2 });
    await lose('github', { from: 40 });
    expect(
      (await read()).map(({ day, ...found }) => [
        day,
        'closed' in found && found.closed,
      ]),
    ).toEqual([
      ['2026-02-26', false],
      ['2026-02-24', '2026-03-02'],
    ]);
  });

  it('do not tell who reads only some assets when a whole source was read', async () => {
    await keep('group:default/a', { one: 'github', two: 'github' });
    await lose('github', { from: -4, to: -3, closed: 2 });
    await lose('github', { from: 2, to: 4, closed: 6 });
    await lose('github', { from: 3, to: 4, closed: 6 }, 'one');
    await lose('github', { from: 4 }, 'two');
    const found = await read(whole([nameAsset('one')]));
    expect(found.map(one => [one.day, 'closed' in one && one.closed])).toEqual([
      ['2026-03-03', '2026-03-06'],
      ['2026-03-02', false],
    ]);
  });

  it('count the risks that were accepted or no longer are, by day', async () => {
    await keep('group:default/a', { one: 'github', two: 'github' });
    await keep('group:default/b', { three: 'github' });
    await accept('one', 3, begins);
    await accept('two', 3, begins);
    await accept('two', 3, ends);
    await accept('one', 4, ['satisfied', 'not-satisfied']);
    await accept('one', 5, ends, 'group:default/b');
    const kind = 'risk';
    const third = { kind, day: '2026-03-03', accepted: 2, ended: 1 };
    const fifth = { kind, day: '2026-03-05', accepted: 0, ended: 1 };
    expect(await read()).toEqual([fifth, third]);
    // History does not change when an asset moves to another group.
    expect(await read(ofGroup('group:default/b'))).toEqual([fifth]);
    expect(await read(whole([nameAsset('one')]))).toEqual([
      fifth,
      { ...third, accepted: 1, ended: 0 },
    ]);
  });

  it('begin with the first score', async () => {
    await keep('group:default/a', { one: 'github' }, '2026-03-10');
    await lose('github', { from: 2, to: 9 });
    await accept('one', 9, begins);
    await change('CHG-98', 'added', noon(9));
    await change('CHG-99', 'added', noon(10));
    expect(await read()).toMatchObject([{ controls: [{ code: 'CHG-99' }] }]);
    expect(await read(ofGroup('group:default/none'))).toEqual([]);
  });

  it('are the latest fifty, and the others are counted', async () => {
    await keep('group:default/a', { one: 'github' });
    const none = await scorecards.readTrend(whole(), range);
    expect(none).toMatchObject({ annotations: [], omittedAnnotations: 0 });
    await lose('github', { from: 1 });
    for (let day = 1; day <= 30; day += 1) {
      await accept('one', day, begins);
      await change('CHG-98', 'changed', noon(day));
    }
    const { annotations, omittedAnnotations } = await scorecards.readTrend(
      whole(),
      range,
    );
    expect([annotations.length, omittedAnnotations]).toEqual([50, 11]);
    // What lasts is the latest.
    expect(annotations[0]?.kind).toBe('gap');
    expect(annotations.at(-1)).toMatchObject({ day: '2026-03-06' });
  });

  it('take the same number of statements, whatever there is', async () => {
    const statements: string[] = [];
    knex.on('query', ({ sql }) => statements.push(sql));
    const count = async () => {
      statements.length = 0;
      await scorecards.readTrend(whole(), range);
      return statements.length;
    };
    await keep('group:default/a', { one: 'github' });
    expect(await count()).toBe(3);
    await keep('group:default/a', { two: 'gitlab', three: 'jenkins' });
    await lose('github', { from: 3 });
    await accept('two', 3, begins);
    await change('CHG-98', 'added', noon(9));
    expect(await count()).toBe(3);
  });

  it('tell nothing about assets that may not be read', async () => {
    const day = fc.integer({ min: 1, max: 31 });
    const place = fc.constantFrom('shown', 'hidden');
    const happening = fc.oneof(
      fc.record({
        what: fc.constant('gap'),
        place,
        day,
        isWhole: fc.boolean(),
      }),
      fc.record({ what: fc.constant('risk'), place, day }),
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { maxLength: 8 }),
        async happenings => {
          run += 1;
          const toName = (one: string) => `${one}-${run}`;
          const owner = `group:default/a${run}`;
          await keep(owner, {
            [toName('shown')]: toName('shown'),
            [toName('hidden')]: toName('hidden'),
          });
          const answer = () =>
            scorecards.readTrend(
              ofGroup(owner, [nameAsset(toName('shown'))]),
              range,
            );
          const happen = async (where: string) => {
            const name = toName(where);
            for (const [n, one] of happenings.entries()) {
              if (one.place === where && one.what === 'risk') {
                await accept(name, one.day, begins, owner);
              }
              if (one.place === where && one.what === 'gap') {
                const isWhole = 'isWhole' in one && one.isWhole;
                const from = one.day - n / 100;
                await lose(name, { from }, isWhole ? undefined : name);
              }
            }
          };
          await happen('shown');
          const before = await answer();
          await happen('hidden');
          expect(await answer()).toEqual(before);
        },
      ),
      { numRuns: 12 },
    );
  });
});
