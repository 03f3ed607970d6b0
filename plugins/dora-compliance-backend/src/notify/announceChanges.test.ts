import { FreshDatabases } from '../__testUtils__/FreshDatabases';
import { at } from '../testing/samples';
import {
  ordinary,
  OwnersUnderTest,
  severe,
} from '../__testUtils__/OwnersUnderTest';

const TEAM = 'group:default/payments';
const OTHER = 'group:default/lending';

const databases = new FreshDatabases();
let owners: OwnersUnderTest;
afterEach(() => owners.knex.destroy());

describe.each(databases.eachSupportedId())(
  'notifications on %s',
  databaseId => {
    beforeEach(async () => {
      owners = await OwnersUnderTest.on(databases, databaseId);
      await owners.own('api', TEAM);
      await owners.own('ledger', TEAM);
    });

    const fail = (name: string, minutes: number, control = ordinary) =>
      owners.change(name, control, 'satisfied', 'not-satisfied', at(minutes));

    it('tell the owner of one change, with a link to the control', async () => {
      await fail('api', 0, severe);
      await owners.announce(at(1));
      expect(owners.sent).toEqual([
        {
          recipients: { type: 'entity', entityRef: TEAM },
          payload: {
            title: 'API does not satisfy the control “Tested restore”',
            description:
              'Open the control to see why, and what ends the finding.',
            link: '/catalog/default/component/api/compliance?control=gov-98-test',
            severity: 'critical',
            topic: 'not-satisfied',
            scope: 'status:component:default/api:gov-98-test',
          },
        },
      ]);
      await owners.announce(at(30));
      expect(owners.sent).toHaveLength(1);
    });

    it('say nothing about the first status of a pair', async () => {
      await owners.change('api', ordinary, undefined, 'not-satisfied', at(0));
      await owners.announce(at(10));
      expect(owners.sent).toEqual([]);
    });

    it('make one message of a burst, with the worst three', async () => {
      for (let place = 0; place < 40; place += 1) {
        await owners.own(`s${place}`, TEAM);
        await fail(`s${place}`, 0);
      }
      await fail('ledger', 0, severe);
      await owners.announce(at(1));
      expect(owners.sent).toHaveLength(1);
      expect(owners.sent[0]!.payload).toEqual({
        title: '41 controls of 41 assets became not satisfied',
        description:
          'Most severe: “Tested restore” of LEDGER, “Independent approval” of S0, and “Independent approval” of S1. There are 38 more. Open the control to see why, and what ends the finding.',
        link: '/catalog/default/group/payments/scorecard',
        severity: 'critical',
        topic: 'not-satisfied',
        scope: `not-satisfied:${TEAM}:1`,
      });
    });

    it('wait until the changes of an owner end, but not forever', async () => {
      for (let minute = 0; minute < 10; minute += 1) {
        await fail('api', minute + 0.5);
        await owners.change(
          'api',
          ordinary,
          'not-satisfied',
          'satisfied',
          at(minute + 0.7),
        );
        await owners.announce(at(minute + 1));
      }
      await fail('ledger', 10.4);
      await owners.announce(at(10.45));
      expect(owners.sent).toEqual([]);
      await owners.announce(at(10.5));
      expect(owners.sent.map(({ payload }) => payload.title)).toEqual([
        'LEDGER does not satisfy the control “Independent approval”',
      ]);
    });

    it('go to the owner at the time of the change', async () => {
      await fail('api', 0);
      await owners
        .knex('asset_index')
        .where('entity_ref', 'component:default/api')
        .update({ owner_ref: OTHER });
      await owners.announce(at(1));
      expect(owners.sent.map(({ recipients }) => recipients)).toEqual([
        { type: 'entity', entityRef: TEAM },
      ]);
    });

    it('name an asset that is gone by its reference', async () => {
      await fail('api', 0);
      await owners.knex('asset_index').delete();
      await owners.knex('inventory_node').delete();
      await owners.announce(at(1));
      expect(owners.sent[0]!.payload.title).toContain('api does not satisfy');
    });

    it('tell nobody of assets without an owner, and log their number', async () => {
      await owners.own('orphan', '');
      await fail('orphan', 0);
      await owners.announce(at(1));
      expect(owners.sent).toEqual([]);
      expect(await owners.countQueued()).toBe(0);
      expect(owners.logger.info).toHaveBeenCalledWith(
        expect.stringContaining('nobody is notified'),
        { changes: 1 },
      );
    });

    it('leave out kinds that are switched off', async () => {
      owners.settings = {
        ...owners.settings,
        kinds: {
          ...owners.settings.kinds,
          notSatisfied: false,
          satisfied: false,
        },
      };
      await fail('api', 0);
      await owners.change('api', severe, 'satisfied', 'not-assessed', at(0));
      await owners.change('ledger', severe, 'not-assessed', 'satisfied', at(0));
      await owners.announce(at(1));
      expect(owners.sent.map(({ payload }) => payload.topic)).toEqual([
        'not-assessed',
      ]);
      expect(await owners.countQueued()).toBe(0);
    });

    it('tell nobody anything while they are off', async () => {
      owners.settings = { ...owners.settings, enabled: false };
      await fail('api', 0);
      await owners.announce(at(1));
      owners.settings = { ...owners.settings, enabled: true };
      await owners.announce(at(2));
      expect(owners.sent).toEqual([]);
    });

    it('are sent again, with the same scope, after a crash before they left the queue', async () => {
      await fail('api', 0);
      await fail('ledger', 0);
      const { send } = owners;
      owners.send = async message => {
        await send(message);
        // The process ends: nothing of it reaches the database any more.
        await new Promise(() => {});
      };
      owners.announce(at(1)).catch(() => {});
      await waitFor(() => owners.sent.length > 0);
      owners.send = send;
      await owners.announce(at(3));
      expect(owners.sent).toHaveLength(1);
      await owners.announce(at(6));
      expect(owners.sent).toHaveLength(2);
      expect(owners.sent[1]).toEqual(owners.sent[0]);
      await owners.announce(at(20));
      expect(owners.sent).toHaveLength(2);
    });

    it('are sent once by two replicas at the same time', async () => {
      await owners.own('loan', OTHER);
      await fail('api', 0);
      await fail('ledger', 0);
      await fail('loan', 0);
      await Promise.all([1, 2, 3].map(() => owners.announce(at(1))));
      expect(owners.sent.map(({ recipients }) => recipients).sort()).toEqual([
        { type: 'entity', entityRef: TEAM },
        { type: 'entity', entityRef: OTHER },
      ]);
    });

    it('try again when Backstage fails, and reach other owners meanwhile', async () => {
      await owners.own('loan', OTHER);
      await fail('api', 0);
      await fail('loan', 0);
      const { send } = owners;
      owners.send = async message => {
        if (JSON.stringify(message.recipients).includes(TEAM)) {
          throw new Error('Request failed with status 503');
        }
        await send(message);
      };
      await owners.announce(at(1));
      expect(owners.sent).toHaveLength(1);
      expect(owners.logger.warn).toHaveBeenCalledTimes(1);
      owners.send = send;
      await owners.announce(at(1.5));
      expect(owners.sent).toHaveLength(1);
      await owners.announce(at(2));
      expect(owners.sent).toHaveLength(2);
    });

    it('give up changes of a week ago, and log their number', async () => {
      await fail('api', 0);
      await owners.announce(at(7 * 24 * 60));
      expect(owners.sent).toEqual([]);
      expect(owners.logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('too old'),
        { changes: 1 },
      );
    });
  },
);

async function waitFor(isDone: () => boolean): Promise<void> {
  while (!isDone()) {
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}
