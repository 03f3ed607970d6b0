import {
  ControlTimelineView,
  type Statement,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { bankSource, push } from './__testUtils__/bankHistory';
import { BankUnderTest } from './__testUtils__/BankUnderTest';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import { fourEyesStory } from './testing/fourEyesStory';
import { at } from './testing/samples';

const databases = new FreshDatabases();
const ledger = { kind: 'component', namespace: 'default', name: 'ledger' };
const pair = { ...ledger, controlId: 'four-eyes' };
const [deployment] = fourEyesStory('ledger').slice(-1) as [
  Statement<'service-deployed'>,
];

function deployAgain(minutes: number): Statement {
  return {
    ...deployment,
    predicate: {
      ...deployment.predicate,
      deployment: { ...deployment.predicate.deployment, id: String(minutes) },
      deployedAt: at(minutes),
    },
    observedAt: at(minutes),
    sourceId: bankSource.id,
  };
}

describe.each(databases.eachSupportedId())('a time line on %s', databaseId => {
  let bank: BankUnderTest;
  beforeEach(async () => {
    bank = await BankUnderTest.on(databases, databaseId, {
      has: () => true,
      reader: { name: 'everything', reads: () => true, seesAll: true },
    });
  });
  afterEach(() => bank.stop());

  const read = async (query = {}, params = pair) => {
    const text = await bank.ask('readControlTimeline', { params, query });
    return ControlTimelineView.parse(JSON.parse(text.slice(text.indexOf(' '))));
  };

  it('has each status, when and why it began, and what was deployed meanwhile', async () => {
    bank.minutes = 500;
    await push(bank, JSON.stringify({ statement: deployAgain(500) }));
    const { periods, ...about } = await read();
    expect(about).toEqual({
      from: subtractDuration(at(500), 'P90D'),
      to: at(500),
      recordedFrom: at(0),
    });
    expect(
      periods.map(({ status, from, to, reason, deployments }) => [
        status,
        from,
        to,
        reason?.code,
        deployments.map(({ deployment: id, at: time }) => [id, time]),
      ]),
    ).toEqual([
      [
        'not-assessed',
        at(65),
        undefined,
        'independence-unclear',
        [['500', at(500)]],
      ],
      ['not-applicable', at(60), at(65), 'population-empty', []],
      ['not-assessed', at(0), at(60), 'source-silent', [['1', at(30)]]],
    ]);
    expect(periods[2]!.deployments).toEqual([
      {
        deployment: '1',
        environment: 'production',
        at: at(30),
        deployers: ['deploy[bot]'],
        uri: 'https://github.com/bank/ledger/deployments/1',
      },
    ]);
  });

  it('has what was reconstructed before the record, as whole days', async () => {
    await bank.knex('past_status').insert({
      entity_ref: 'component:default/ledger',
      statuses: JSON.stringify({
        'four-eyes': [
          ['2026-02-01', 'satisfied'],
          ['2026-02-10', 'not-satisfied'],
        ],
      }),
    });
    const { periods } = await read();
    expect(periods.slice(3)).toEqual([
      {
        status: 'not-satisfied',
        from: '2026-02-10T00:00:00.000Z',
        to: at(0),
        isReconstructed: true,
        deployments: [],
        omittedDeployments: 0,
      },
      expect.objectContaining({
        status: 'satisfied',
        from: '2026-02-01T00:00:00.000Z',
        to: '2026-02-10T00:00:00.000Z',
      }),
    ]);
    const later = await read({ from: '2026-02-20' });
    expect(later.periods.at(-1)).toMatchObject({
      status: 'not-satisfied',
      from: '2026-02-20T00:00:00.000Z',
    });
  });

  it('takes as many statements for many changes as for few, and says where it is cut', async () => {
    const count = async () => {
      let statements = 0;
      const add = () => {
        statements += 1;
      };
      bank.knex.on('query', add);
      const view = await read();
      bank.knex.off('query', add);
      return { statements, view };
    };
    const few = await count();
    await bank.knex('status_change').insert(
      Array.from({ length: 210 }, (_, place) => ({
        entity_ref: 'component:default/ledger',
        control_id: 'four-eyes',
        owner_ref: '',
        from_status: place % 2 ? 'satisfied' : 'not-satisfied',
        to_status: place % 2 ? 'not-satisfied' : 'satisfied',
        changed_at: at(100 + place),
      })),
    );
    const many = await count();
    expect(many.statements).toBeLessThanOrEqual(few.statements);
    expect(many.view.cutAt).toBe(at(109));
    expect(many.view.periods).toHaveLength(201);
    expect(many.view.periods.at(-1)!.from).toBe(at(109));
  });

  it('takes changes of one instant in their order', async () => {
    const change = (from: string, to: string) => ({
      entity_ref: 'component:default/ledger',
      control_id: 'four-eyes',
      owner_ref: '',
      from_status: from,
      to_status: to,
      changed_at: at(400),
    });
    await bank
      .knex('status_change')
      .insert(change('not-assessed', 'satisfied'));
    await bank
      .knex('status_change')
      .insert(change('satisfied', 'not-satisfied'));
    const { periods } = await read();
    expect(periods.slice(0, 2)).toMatchObject([
      { status: 'not-satisfied', from: at(400) },
      { status: 'not-assessed', from: at(65), to: at(400) },
    ]);
    bank.minutes = 24 * 60 + 1;
    expect((await read({ from: '2026-03-02' })).periods).toMatchObject([
      { status: 'not-satisfied', from: '2026-03-02T00:00:00.000Z' },
    ]);
  });

  it('says what is wrong with a request', async () => {
    const ask = (params: object, query = {}) =>
      bank.ask('readControlTimeline', {
        params: { ...pair, ...params },
        query,
      });
    expect(await ask({ name: 'nobody-has-it' })).toMatch(
      /^404 .*asset-unknown/,
    );
    expect(await ask({ controlId: 'none' })).toMatch(/^404 .*control-unknown/);
    for (const from of ['2025-01-01', '2026-03-02', 'today']) {
      expect(await ask({}, { from })).toMatch(/^400 .*query\.from/);
    }
  });
});
