import type { Predicate } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import { RowsRead } from './__testUtils__/RowsRead';
import { decide } from './assess/decide';
import { KnexScorecardQuery } from './read/scorecards/KnexScorecardQuery';
import type { NamedScope } from './read/scorecards/ScorecardScopes';
import { foldScores } from './scores/KnexFoldScores';
import { noon, pairAll, RisksUnderTest } from './testing/RisksUnderTest';
import { assetNamed, control } from './testing/samples';

const databases = new FreshDatabases();
let knex: Knex;
afterEach(() => knex.destroy());

/** The last of the twenty days of an acceptance of the first day is the 21st. */
const END = '2026-03-23T00:00:00.000Z';

describe.each(databases.eachSupportedId())('an accepted risk on %s', id => {
  let bank: RisksUnderTest;
  beforeEach(async () => {
    knex = await databases.init(id);
    bank = await RisksUnderTest.begin(knex);
  });
  const tell = async (name?: string) => {
    const { assessment, validUntil } = await bank.find(name);
    return [assessment.status, validUntil];
  };

  it('counts from its confirmation to its end', async () => {
    const before = await tell();
    expect(before[0]).toBe('not-satisfied');
    const risk = await bank.accept(1);
    expect(await bank.assess(1)).toBe(2);
    expect(await tell()).toEqual(before);

    await bank.decide(2, risk);
    expect(await bank.assess(2)).toBe(2);
    expect(await tell()).toEqual(['risk-accepted', END]);
    const { assessment } = await bank.find();
    expect(assessment.reason).toMatchObject({
      code: 'risk-accepted',
      params: {
        acceptance: risk,
        person: 'user:default/marco',
        confirmedBy: 'user:default/beatriz',
        rationale: 'It is replaced.',
        until: END,
      },
    });
    expect(assessment.counts).toMatchObject({ riskAccepted: 1 });

    expect(await bank.assess(21)).toBe(0);
    expect(await bank.assess(22)).toBeGreaterThan(0);
    expect(await tell()).toEqual(before);
  });

  it('is counted by scorecards apart from what is satisfied, and annotated', async () => {
    const fold = () =>
      foldScores(knex, {
        controls: [...bank.controls.values()].map(one => one.control),
        limit: 100,
        today: '2026-03-01',
      });
    const whole: NamedScope = {
      ...{ of: 'organization', ref: '' },
      ...{ owners: [], visible: 'all' },
    };
    const scorecards = new KnexScorecardQuery(knex, bank.controls, new Map());
    const readTrend = async () => {
      const trend = await scorecards.readTrend(whole, {
        from: '2026-03-01',
        to: '2026-03-31',
      });
      return {
        annotations: trend.annotations,
        statuses: trend.days.at(-1)?.score.statuses,
      };
    };
    await fold();
    expect(await readTrend()).toMatchObject({
      annotations: [],
      statuses: { 'not-satisfied': 1, 'risk-accepted': 0, satisfied: 0 },
    });
    await bank.decide(2, await bank.accept(1));
    await bank.assess(2);
    await fold();
    const { annotations, statuses } = await readTrend();
    // The control that judges the acceptance is satisfied.
    expect(statuses).toMatchObject({
      ...{ 'not-satisfied': 0, 'risk-accepted': 1, satisfied: 1 },
    });
    expect(annotations).toEqual([
      { kind: 'risk', day: '2026-03-03', accepted: 1, ended: 0 },
    ]);
    await bank.assess(22);
    expect((await readTrend()).annotations[0]).toEqual({
      ...{ kind: 'risk', day: '2026-03-23', accepted: 0, ended: 1 },
    });
  });

  it.each<[string, Partial<Predicate<'risk-accepted'>>, object]>([
    ['its recorder confirmed', {}, { who: 'marco' }],
    ['somebody refused', {}, { decision: 'rejected' }],
    ['is accepted for too long', { until: '2026-08-01' }, {}],
    ['is about another control', { control: 'chg-98-test' }, {}],
    ['is about another requirement', { requirement: 'other' }, {}],
  ])('that %s changes nothing', async (_, risk, decision) => {
    await bank.decide(2, await bank.accept(1, risk), decision);
    await bank.assess(2);
    expect((await tell())[0]).toBe('not-satisfied');
  });

  it('ends when somebody refuses it, or the finding was remedied', async () => {
    const risk = await bank.accept(1);
    await bank.decide(2, risk);
    await bank.assess(2);
    await bank.decide(3, risk, { who: 'carla', decision: 'rejected' });
    await bank.assess(3);
    expect((await tell())[0]).toBe('not-satisfied');
    await bank.decide(4, risk, { who: 'carla' });
    await bank.assess(4);
    expect((await tell())[0]).toBe('risk-accepted');
    await bank.accept(5, { closedOn: '2026-03-06' as never });
    await bank.assess(5);
    expect((await tell())[0]).toBe('not-satisfied');
  });

  it('is judged again when the control that judges it allows less, or more', async () => {
    await bank.decide(2, await bank.accept(1));
    await bank.assess(2);
    await bank.allow('P10D', 3);
    await bank.assess(3);
    expect((await tell())[0]).toBe('not-satisfied');
    await bank.allow('P30D', 4);
    await bank.assess(4);
    expect((await tell())[0]).toBe('risk-accepted');
  });

  it('is as it was known at an instant of the past', async () => {
    await bank.decide(2, await bank.accept(1));
    const assess = async (day: number) => {
      const [decided] = await decide({
        due: pairAll([assetNamed('a')], [control.id]),
        controls: bank.controls,
        stores: bank.stores.decision,
        asOf: noon(day),
        knownAt: noon(30),
      });
      return decided?.assessment?.status;
    };
    expect([await assess(1), await assess(2), await assess(22)]).toEqual([
      'not-satisfied',
      'risk-accepted',
      'not-satisfied',
    ]);
  });

  it('is not confirmed by who answers for the machine that recorded it', async () => {
    const kind = 'bot' as const;
    const recordedBy = { system: 'backstage', login: 'external:ci', kind };
    await bank.decide(2, await bank.accept(1, { recordedBy }));
    await bank.assess(2);
    expect((await tell())[0]).toBe('risk-accepted');
    await bank.stores.people.replace(
      [
        {
          key: 'backstage/external:ci',
          userRef: 'user:default/beatriz',
          how: 'bot',
        },
      ],
      { controlIds: [], now: noon(3) },
    );
    await bank.assess(3);
    expect((await tell())[0]).toBe('not-satisfied');
  });

  it('costs no statement for each asset', async () => {
    const names = Array.from({ length: 20 }, (_, place) => `b${place}`);
    await bank.stores.assets.save(
      names.map(name => {
        const asset = assetNamed(name);
        const { entityRef, title } = asset;
        return { node: 'asset', entityRef, title, links: [], asset };
      }),
      noon(1),
    );
    for (const name of ['a', ...names]) {
      const risk = await bank.accept(1, {}, name);
      await bank.decide(2, risk, { name });
    }
    const rows = new RowsRead(knex);
    const count = async (some: readonly string[]) => {
      const due = pairAll(some.map(assetNamed), bank.controls.keys());
      const { controls, stores } = bank;
      const statements = await rows.recordStatements(() =>
        decide({ due, controls, stores: stores.decision, asOf: noon(3) }),
      );
      return statements.length;
    };
    const one = await count(['a']);
    expect(await count(['a', ...names])).toBe(one);
  });
});
