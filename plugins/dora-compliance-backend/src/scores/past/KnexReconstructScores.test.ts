import type {
  Day,
  Digest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  scoreTally,
  tallyPairs,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { Knex } from 'knex';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { KnexScorecardQuery } from '../../read/scorecards/KnexScorecardQuery';
import type { NamedScope } from '../../read/scorecards/ScorecardScopes';
import {
  nameDay,
  noon,
  observeBranch,
  observeStandard,
  PastUnderTest,
} from '../../testing/PastUnderTest';
import { organizationRead } from '../../testing/samples';
import { KnexScoreStore } from '../KnexScoreStore';
import { readPastStatuses } from './KnexPastStatuses';
import { listPastDays } from './listPastDays';

/** The day on which everything is installed. */
const FIRST = 60;
const recordedFrom = nameDay(FIRST);
const past = listPastDays(recordedFrom, 40);
const range = { from: '2026-01-01', to: '2026-12-31' };

const databases = new FreshDatabases();
let knex: Knex;
let bank: PastUnderTest;
afterEach(() => knex.destroy());

describe.each(databases.eachSupportedId())('the past on %s', databaseId => {
  beforeEach(async () => {
    knex = await databases.init(databaseId);
    bank = await PastUnderTest.begin(knex);
    await bank.add({ a: 'one', b: 'one', c: 'two' }, FIRST);
    await bank.learn(
      FIRST,
      observeBranch('a', 25, false),
      observeBranch('a', 40, true),
      observeBranch('a', 58, false),
      observeBranch('b', 33, true),
      observeStandard('b', 45),
    );
  });

  const scope = (
    of: NamedScope['of'],
    ref: string,
    visible: NamedScope['visible'],
  ): NamedScope => ({
    of,
    ref,
    owners: of === 'group' ? [ref] : [],
    visible,
  });

  const readTrend = async (
    of: NamedScope['of'] = 'organization',
    ref = '',
    visible: NamedScope['visible'] = 'all',
  ) =>
    new KnexScorecardQuery(knex, new Map()).readTrend(
      scope(of, ref, visible),
      range,
    );

  /** Its score on a day: the one of the day, or of the latest before. */
  async function readOn(name: string, day: Day) {
    const { days } = await readTrend('asset', `component:default/${name}`);
    return days.filter(one => one.day <= day).at(-1)?.score;
  }

  /** The status of one of its controls on a day, by the same rule. */
  async function readStatusOn(name: string, controlId: string, day: Day) {
    const ref = `component:default/${name}`;
    const days = await readPastStatuses(knex, ref, controlId);
    return days.filter(([one]) => one <= day).at(-1)?.[1];
  }

  const listQueued = async () =>
    (await knex('past_queue').pluck('entity_ref')).sort();

  const everyone = ['a', 'b', 'c'].map(name => `component:default/${name}`);

  /** The days on which it changed: others are the same as the day before. */
  async function readChanges(...about: Parameters<typeof readTrend>) {
    const { days } = await readTrend(...about);
    const tell = ({ day: _, ...rest }: (typeof days)[number]) =>
      JSON.stringify({ ...rest, isReconstructed: undefined });
    return days.filter(
      (one, place) =>
        (place > 0 || one.assets > 0) &&
        (place === 0 || tell(one) !== tell(days[place - 1]!)),
    );
  }

  /** Totals are the sum over all assets, on every day. */
  async function checkSums() {
    for (const [of, ref] of [
      ['organization', ''],
      ['group', 'group:default/one'],
      ['group', 'group:default/two'],
    ] as const) {
      expect(await readChanges(of, ref, everyone)).toEqual(
        await readChanges(of, ref),
      );
    }
  }

  it('is what each control answers as of that day, by what is known now', async () => {
    await bank.fold(FIRST);
    expect(await bank.reconstruct(FIRST)).toBe(3);
    const seen = new Set<string>();
    for (const name of ['a', 'b', 'c']) {
      for (const day of past) {
        const pairs = await bank.answer(name, day, noon(FIRST));
        pairs.forEach(({ status }) => seen.add(status));
        for (const { controlId, status } of pairs) {
          expect([
            name,
            day,
            controlId,
            await readStatusOn(name, controlId, day),
          ]).toEqual([name, day, controlId, status]);
        }
        expect([name, day, await readOn(name, day)]).toEqual([
          name,
          day,
          scoreTally(tallyPairs(pairs)),
        ]);
      }
    }
    expect([...seen].sort()).toEqual([
      'not-assessed',
      'not-satisfied',
      'satisfied',
    ]);
    await checkSums();
  });

  it('says which days are reconstructed, and has changes only', async () => {
    await bank.fold(FIRST);
    await bank.reconstruct(FIRST);
    const trend = await readTrend();
    expect(trend.recordedFrom).toBe(recordedFrom);
    expect(trend.days.map(({ day }) => day)).toEqual([
      past[0],
      nameDay(30),
      nameDay(33),
      nameDay(38),
      nameDay(40),
      nameDay(45),
      nameDay(58),
      nameDay(60),
    ]);
    expect(trend.days.map(one => one.isReconstructed)).toEqual([
      ...Array(7).fill(true),
      undefined,
    ]);
    expect(new Set(trend.days.map(({ assets }) => assets))).toEqual(
      new Set([3]),
    );
    const later = await new KnexScorecardQuery(knex, new Map()).readTrend(
      scope('organization', '', 'all'),
      { from: nameDay(FIRST + 2), to: nameDay(FIRST + 9) },
    );
    expect(later.days.map(one => one.isReconstructed)).toEqual([undefined]);
  });

  it('counts a criticality of then if it is known', async () => {
    await bank.fold(FIRST);
    await bank.reconstruct(FIRST);
    const { days } = await readTrend('criticality', 'standard');
    expect(days.map(({ day, assets }) => [day, assets])).toEqual([
      [nameDay(45), 1],
      [recordedFrom, 0],
    ]);
  });

  it('leaves recorded days as they are, and assets that came later', async () => {
    await bank.fold(FIRST);
    await bank.add({ d: 'two' }, FIRST + 1);
    await bank.fold(FIRST + 1);
    const read = () =>
      knex('score_day')
        .where('assets', '>', 0)
        .where('reconstructed', false)
        .orderBy(['scope', 'day']);
    const before = await read();
    expect(before.length).toBeGreaterThan(8);
    await bank.learn(FIRST + 1, observeBranch('d', 30, true));
    expect(await bank.reconstruct(FIRST + 1)).toBe(3);
    expect(await read()).toEqual(before);
    const { days } = await readTrend('asset', 'component:default/d');
    expect(days.map(({ day }) => day)).toEqual([nameDay(FIRST + 1)]);
    expect(await bank.reconstruct(FIRST + 1)).toBe(0);
  });

  it('is shown when it is complete, and resumes after a stop', async () => {
    await bank.fold(FIRST);
    const limit = 1;
    expect(await bank.reconstruct(FIRST, { limit })).toBe(1);
    expect((await readTrend()).days.map(({ day }) => day)).toEqual([
      recordedFrom,
    ]);
    let count = 0;
    const isStopped = () => {
      count += 1;
      return count > 5;
    };
    expect(await bank.reconstruct(FIRST, { limit, isStopped })).toBe(0);
    expect(await knex('past_queue')).toHaveLength(2);
    expect(await bank.reconstruct(FIRST, { limit })).toBe(1);
    expect(await bank.reconstruct(FIRST, { limit })).toBe(1);
    expect(await bank.reconstruct(FIRST, { limit })).toBe(0);
    expect((await readTrend()).days[0]).toMatchObject({
      day: past[0],
      assets: 3,
    });
    await checkSums();
  });

  it('is computed again when evidence about it arrives later', async () => {
    await bank.fold(FIRST);
    await bank.reconstruct(FIRST);
    await bank.learn(FIRST + 5, observeBranch('c', 30, true));
    await bank.learn(FIRST + 5, observeBranch('a', FIRST + 3, true));
    expect(await knex('past_queue').pluck('entity_ref')).toEqual([
      'component:default/c',
    ]);
    expect(await bank.reconstruct(FIRST + 5)).toBe(1);
    expect(await readOn('c', nameDay(31))).toEqual(
      scoreTally(
        tallyPairs(await bank.answer('c', nameDay(31), noon(FIRST + 5))),
      ),
    );
    expect(await readOn('c', nameDay(31))).toMatchObject({
      statuses: { satisfied: 2 },
    });
    await checkSums();
  });

  it('is computed again when evidence about an organization arrives later', async () => {
    await bank.fold(FIRST);
    await bank.reconstruct(FIRST);
    await bank.learn(FIRST + 5, {
      ...organizationRead('bank'),
      observedAt: noon(FIRST + 3),
    });
    expect(await knex('past_queue')).toEqual([]);
    await bank.learn(FIRST + 5, {
      ...organizationRead('bank'),
      observedAt: noon(FIRST - 3),
    });
    expect(await listQueued()).toEqual(everyone);
  });

  it('is computed again when a control changes or goes', async () => {
    await bank.fold(FIRST);
    await bank.reconstruct(FIRST);
    await bank.add({ d: 'two' }, FIRST + 1);
    await bank.fold(FIRST + 1);
    await bank.install(FIRST + 2);
    expect(await knex('past_queue')).toEqual([]);
    await bank.install(FIRST + 2, ([first, second]) => [
      { ...first!, codeDigest: `sha256:${'1'.repeat(64)}` as Digest },
      second!,
    ]);
    expect(await listQueued()).toEqual(everyone);
    await knex('past_queue').delete();
    await bank.install(FIRST + 2, ([first]) => [first!]);
    expect(await listQueued()).toEqual(everyone);
  });

  it('is told to be outdated until it is computed again', async () => {
    const isOutdated = async (...about: Parameters<typeof readTrend>) =>
      (await readTrend(...about)).isPastOutdated;
    const ofAsset = (name: string) =>
      isOutdated('asset', `component:default/${name}`);
    await bank.fold(FIRST);
    // Nothing is shown that could be outdated.
    expect(await isOutdated()).toBeUndefined();
    await bank.reconstruct(FIRST);
    expect(await isOutdated()).toBeUndefined();
    await bank.learn(FIRST + 5, observeBranch('c', 30, true));
    expect([
      await isOutdated(),
      await isOutdated('group', 'group:default/one'),
      await ofAsset('a'),
      await ofAsset('c'),
      // Who may read only others does not learn of it.
      await isOutdated('organization', '', ['component:default/a']),
    ]).toEqual([true, undefined, undefined, true, undefined]);
    await bank.reconstruct(FIRST + 5);
    expect(await isOutdated()).toBeUndefined();
    await bank.install(FIRST + 6, ([first, second]) => [
      { ...first!, codeDigest: `sha256:${'1'.repeat(64)}` as Digest },
      second!,
    ]);
    expect(await bank.reconstruct(FIRST + 6, { limit: 2 })).toBe(2);
    expect(await isOutdated()).toBe(true);
    const left = await Promise.all(['a', 'b', 'c'].map(ofAsset));
    expect(left.filter(Boolean)).toHaveLength(1);
    const { annotations } = await readTrend();
    expect(annotations).toMatchObject([
      { change: 'code-changed', day: nameDay(FIRST + 6), amount: 1 },
    ]);
    await bank.reconstruct(FIRST + 6);
    expect(await isOutdated()).toBeUndefined();
  });

  it.each([[true], [false]])(
    'has all assets of a first sweep over midnight, worked on before: %s',
    async isReconstructed => {
      const sweep = new KnexScoreStore(knex);
      await sweep.requireFormula();
      await sweep.beginSweep();
      await bank.fold(FIRST);
      if (isReconstructed) {
        await bank.reconstruct(FIRST);
      }
      await bank.add({ d: 'two' }, FIRST + 1);
      await sweep.endSweep();
      await bank.fold(FIRST + 1);
      await bank.learn(FIRST + 1, observeBranch('d', 30, true));
      expect(await bank.reconstruct(FIRST + 1)).toBe(4);
      const trend = await readTrend();
      expect(trend.recordedFrom).toBe(nameDay(FIRST + 1));
      expect(new Set(trend.days.map(({ assets }) => assets))).toEqual(
        new Set([4]),
      );
      const all = [...everyone, 'component:default/d'];
      for (const [of, ref] of [
        ['organization', ''],
        ['group', 'group:default/two'],
      ] as const) {
        expect(await readChanges(of, ref, all)).toEqual(
          await readChanges(of, ref),
        );
      }
      // A sweep that is not the first one moves nothing.
      await sweep.beginSweep();
      await bank.add({ e: 'two' }, FIRST + 2);
      await sweep.endSweep();
      await bank.fold(FIRST + 2);
      expect((await readTrend()).recordedFrom).toBe(nameDay(FIRST + 1));
    },
  );

  it('stays right if two replicas compute the same', async () => {
    await bank.fold(FIRST);
    await Promise.all([bank.reconstruct(FIRST), bank.reconstruct(FIRST)]);
    expect((await readTrend()).days[0]).toMatchObject({ assets: 3 });
    await checkSums();
  });

  it('ends where the record begins if an asset has moved since', async () => {
    await bank.fold(FIRST);
    await bank.add({ c: 'three' }, FIRST + 3);
    await bank.fold(FIRST + 3);
    await bank.reconstruct(FIRST + 3);
    const { days } = await readTrend('group', 'group:default/three');
    expect(days.map(({ day, assets }) => [day, assets])).toEqual([
      [past[0], 1],
      [recordedFrom, 0],
      [nameDay(FIRST + 3), 1],
    ]);
    await checkSums();
  });

  it('is not computed if it is off, and its queue stays small', async () => {
    await bank.fold(FIRST);
    await bank.learn(FIRST, observeBranch('c', 30, true));
    await bank.learn(FIRST, observeBranch('c', 31, true));
    expect(await knex('past_queue')).toHaveLength(5);
    expect(await bank.reconstruct(FIRST, { days: 0 })).toBe(0);
    expect(await knex('past_queue')).toHaveLength(3);
    expect((await readTrend()).days).toHaveLength(1);
  });
});
