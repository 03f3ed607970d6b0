import {
  ProductionChangeDetail,
  type ProductionChangeView,
  ProductionChangesView,
  type Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { bankSource, push } from './__testUtils__/bankHistory';
import { BankUnderTest } from './__testUtils__/BankUnderTest';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import { fourEyesStory } from './testing/fourEyesStory';
import { at } from './testing/samples';

const databases = new FreshDatabases();

const ledger = { kind: 'component', namespace: 'default', name: 'ledger' };

const [deployment] = fourEyesStory('ledger').slice(-1) as [
  Statement<'service-deployed'>,
];

/** The same commit deployed again, or a bare one to another environment. */
function deployAgain(minutes: number, environment = 'production'): Statement {
  const { predicate } = deployment;
  return {
    ...deployment,
    predicate: {
      deployment: {
        ...predicate.deployment,
        id: String(minutes),
        environment: {
          name: environment,
          production: environment === 'production',
        },
      },
      deployedAt: at(minutes),
    },
    observedAt: at(minutes),
    sourceId: bankSource.id,
  };
}

/** An alert about the repository of the deployed component. */
function alertAfter(minutes: number): Statement {
  return {
    type: 'alert-changed',
    subjects: [
      { kind: 'alert', uri: 'urn:alertmanager:1' },
      ...deployment.subjects.filter(({ kind }) => kind !== 'deployment'),
    ],
    predicate: {
      alert: { id: '1', name: 'HighErrorRate', url: 'https://alerts.bank/1' },
      state: 'firing',
      startedAt: at(minutes),
      changedAt: at(minutes),
    },
    observedAt: at(minutes),
    sourceId: bankSource.id,
  };
}

const tellSteps = ({ steps }: ProductionChangeView) =>
  Object.fromEntries(
    steps.map(({ step, state, why }) => [
      step,
      why ? `${state} ${why.code}` : state,
    ]),
  );

describe.each(databases.eachSupportedId())(
  'production changes on %s',
  databaseId => {
    let bank: BankUnderTest;
    beforeEach(async () => {
      bank = await BankUnderTest.on(databases, databaseId, {
        has: () => true,
        reader: { name: 'everything', reads: () => true, seesAll: true },
      });
    });
    afterEach(() => bank.stop());

    const list = async (params = ledger) => {
      const text = await bank.ask('listProductionChanges', { params });
      return ProductionChangesView.parse(
        JSON.parse(text.slice(text.indexOf(' '))),
      );
    };

    const deliver = (statement: Statement) =>
      push(bank, JSON.stringify({ statement }));

    it('have their chain, what is missing in it, and the verdict of each control', async () => {
      const { items, unclassified } = await list();
      expect(unclassified).toEqual([]);
      expect(items).toHaveLength(1);
      const [item] = items as [ProductionChangeView];
      expect(item).toMatchObject({
        environment: 'production',
        at: at(30),
        deployers: ['deploy[bot]'],
        uri: 'https://github.com/bank/ledger/deployments/1',
      });
      expect(tellSteps(item)).toEqual({
        commits: 'known',
        change: 'known',
        review: 'known',
        build: 'missing no-run',
        artifact: 'failed artifact-unidentified',
        approval: 'none deployment-approval-unreported',
        deployment: 'known',
      });
      expect(item.steps[3]!.why?.sentence).toMatch(/^No .*run/);
      expect(item.steps[2]!.items).toEqual([
        expect.objectContaining({ by: 'a.smith', decision: 'approved' }),
      ]);
      const text = await bank.ask('readControl', {
        params: { ...ledger, controlId: 'four-eyes' },
      });
      // The controls of the bank have short ids, which the view would refuse.
      const { rows } = JSON.parse(text.slice(text.indexOf(' ')));
      expect(rows).toHaveLength(1);
      expect(item.verdicts).toEqual([
        {
          control: expect.objectContaining({ id: 'four-eyes' }),
          status: rows[0]!.status,
          reason: rows[0]!.reason,
        },
      ]);
      expect(item.status).toBe(rows[0]!.status);
    });

    it('have evidence that its reader can open', async () => {
      const { items } = await list();
      const ids = items.flatMap(({ steps }) =>
        steps.flatMap(({ evidence }) => evidence),
      );
      expect(ids.length).toBeGreaterThan(5);
      for (const evidenceId of new Set(ids)) {
        const answer = await bank.ask('readEvidence', {
          params: { ...ledger, evidenceId },
        });
        expect(answer).toMatch(/^200 /);
      }
    });

    it('are found one by one, with what to do, in the same way', async () => {
      const { items } = await list();
      const [{ verdicts, ...item }] = items as [ProductionChangeView];
      const find = async (query: Record<string, string>, params = ledger) =>
        bank.ask('readProductionChange', { params, query });
      const { deployment: id, environment } = item;
      const read = JSON.parse(
        (await find({ deployment: id, environment, at: item.at })).slice(4),
      );
      expect(read.change).toEqual({
        ...item,
        verdicts: verdicts.map(verdict => ({
          ...verdict,
          advice: expect.any(String),
        })),
      });
      expect(read.since < item.at).toBe(true);
      expect(await find({ deployment: 'other', environment })).toBe(
        `200 ${JSON.stringify({ since: read.since })}`,
      );
      expect(
        await find(
          { deployment: id, environment },
          { ...ledger, name: 'nobody-has-it' },
        ),
      ).toMatch(/^404 .*asset-unknown/);
    });

    it('have the alerts after them, and whether anything is known of any', async () => {
      const find = async () => {
        const [item] = (await list()).items as [ProductionChangeView];
        const { deployment: id, environment, at: time } = item;
        const query = { deployment: id, environment, at: time };
        const text = await bank.ask('readProductionChange', {
          params: ledger,
          query,
        });
        return ProductionChangeDetail.parse(JSON.parse(text.slice(4))).after;
      };
      expect(await find()).toMatchObject({ isReported: false, events: [] });
      await deliver(alertAfter(30 + 4));
      expect(await find()).toMatchObject({
        until: at(30 + 60),
        isReported: true,
        events: [
          {
            kind: 'alert',
            title: 'HighErrorRate',
            uri: 'https://alerts.bank/1',
            from: at(34),
            evidence: [expect.stringMatching(/^sha256:/)],
          },
        ],
        timeTo: { detect: 4 * 60_000 },
      });
    });

    it('are the last ten, latest first, with as many statements as for one', async () => {
      const count = async () => {
        let statements = 0;
        const add = () => {
          statements += 1;
        };
        bank.knex.on('query', add);
        const view = await list();
        bank.knex.off('query', add);
        return { statements, view };
      };
      const one = await count();
      for (let minutes = 500; minutes < 512; minutes += 1) {
        bank.minutes = minutes;
        await deliver(deployAgain(minutes));
      }
      await deliver(deployAgain(511, 'blue'));
      const many = await count();
      expect(many.statements).toBe(one.statements);
      expect(many.view.unclassified).toEqual(['blue']);
      expect(many.view.items.map(item => item.at)).toEqual(
        Array.from({ length: 10 }, (_, place) => at(511 - place)),
      );
    });

    it('say of an old one that controls do not look back so far', async () => {
      bank.minutes = 200 * 24 * 60;
      await deliver(deployAgain(bank.minutes));
      const { items } = await list();
      expect(items.map(({ verdicts }) => verdicts[0]!.absent)).toEqual([
        undefined,
        'outside-window',
      ]);
      expect(items[1]!.status).toBe('not-assessed');
    });

    it('are none of an asset without deployments, and unknown of an unknown asset', async () => {
      const pipeline = { ...ledger, kind: 'resource', name: 'deploy' };
      expect(await list(pipeline)).toEqual({ items: [], unclassified: [] });
      const params = { ...ledger, name: 'nobody-has-it' };
      expect(await bank.ask('listProductionChanges', { params })).toMatch(
        /^404 .*asset-unknown/,
      );
    });
  },
);
