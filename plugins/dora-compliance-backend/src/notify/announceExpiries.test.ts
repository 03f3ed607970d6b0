import { ExpiriesUnderTest, hour } from '../__testUtils__/ExpiriesUnderTest';
import { FreshDatabases } from '../__testUtils__/FreshDatabases';

const TEAM = 'group:default/payments';
const DAY = 24;

/** The hour at which this review no longer counts, and 14 days before. */
const REVIEWED = '2025-03-20';
const END = 20 * DAY;
const NOTICE = END - 14 * DAY;

const databases = new FreshDatabases();
let bank: ExpiriesUnderTest;
afterEach(() => bank.owners.knex.destroy());

describe.each(databases.eachSupportedId())(
  'notices of what is about to expire on %s',
  databaseId => {
    beforeEach(async () => {
      bank = await ExpiriesUnderTest.on(databases, databaseId);
      await bank.own('api', TEAM);
    });

    /** The record of an asset is swept every 7 days, as in a real catalog. */
    async function runWithSweeps(
      from: number,
      to: number,
      sweep: (hours: number) => Promise<void>,
    ) {
      for (let hours = from; hours <= to; hours += 7 * DAY) {
        await sweep(hours);
        await bank.run(hours, Math.min(hours + 7 * DAY - 6, to));
      }
    }

    const sweepApi = (hours: number) => bank.sweep('api', hours);

    it('are not sent about evidence that polls renew', async () => {
      for (let hours = 0; hours <= 10 * DAY; hours += 6) {
        await bank.poll('api', hours);
        await bank.run(hours, hours);
      }
      expect(bank.payloads).toEqual([]);
    });

    it('are sent when polls fail, before the evidence is too old', async () => {
      await bank.poll('api', 0);
      await bank.run(0, 30);
      expect(bank.payloads).toEqual([]);
      await bank.run(36, 42);
      expect(bank.payloads).toEqual([
        expect.objectContaining({
          topic: 'expiring',
          title: 'About to expire: “Protected branch” of api',
          link: '/catalog/default/component/api/compliance?control=chg-99-test',
        }),
      ]);
      await bank.run(48, 48);
      expect(bank.payloads.map(({ topic }) => topic)).toEqual([
        'expiring',
        'not-assessed',
      ]);
    });

    it('are sent once, 14 days before a review is due', async () => {
      await bank.review('api', 0, REVIEWED);
      await runWithSweeps(0, NOTICE - 6, sweepApi);
      expect(bank.payloads).toEqual([]);
      await bank.run(NOTICE, NOTICE);
      expect(bank.owners.sent).toEqual([
        {
          recipients: { type: 'entity', entityRef: TEAM },
          payload: {
            title: 'About to expire: “Reviewed record” of api',
            description:
              'Satisfied until 2026-03-21 00:00 UTC, if nothing is renewed. From then on: The last review was on 2025-03-20. The next one was due by 2026-03-20. Read the record of the asset, correct it, and confirm it by a review.',
            link: '/catalog/default/component/api/compliance?control=gov-98-test',
            severity: 'normal',
            topic: 'expiring',
            scope: 'status:component:default/api:gov-98-test',
          },
        },
      ]);
      await runWithSweeps(NOTICE + 6, END - 6, sweepApi);
      expect(bank.payloads).toHaveLength(1);
      await runWithSweeps(END, END, sweepApi);
      expect(bank.payloads.map(({ topic, scope }) => [topic, scope])).toEqual([
        ['expiring', 'status:component:default/api:gov-98-test'],
        ['not-satisfied', 'status:component:default/api:gov-98-test'],
      ]);
    });

    it('are not sent about a review that was renewed, until it comes near again', async () => {
      await bank.review('api', 0, REVIEWED);
      await runWithSweeps(0, NOTICE - 6, sweepApi);
      await bank.review('api', NOTICE - 6, '2026-03-05');
      await runWithSweeps(NOTICE - 6, END + DAY, sweepApi);
      expect(bank.payloads).toEqual([]);
      const next = 365 * DAY + 5 * DAY - 14 * DAY;
      await runWithSweeps(next - DAY, next + 2 * DAY, sweepApi);
      expect(bank.expiring).toHaveLength(1);
      await bank.review('api', next + 2 * DAY, '2027-03-01');
      const last = 2 * 365 * DAY + DAY - 14 * DAY;
      await runWithSweeps(last - DAY, last + 2 * DAY, sweepApi);
      expect(bank.expiring).toHaveLength(2);
    });

    it('are one message about several controls, those that end first', async () => {
      await bank.own('ledger', TEAM);
      const sweep = async (hours: number) => {
        await bank.sweep('api', hours, '2026-03-20');
        await bank.sweep('ledger', hours, '2026-03-20');
      };
      await bank.review('api', 0, REVIEWED);
      await bank.review('ledger', 0, REVIEWED);
      await runWithSweeps(0, NOTICE + 2 * DAY, sweep);
      expect(bank.payloads).toEqual([
        expect.objectContaining({
          title: 'About to expire: 4 controls of 2 assets',
          description:
            'First: “Supported” of api (2026-03-21 00:00 UTC), “Reviewed record” of api (2026-03-21 00:00 UTC), and “Supported” of ledger (2026-03-21 00:00 UTC). There is 1 more. Open the controls to see what to renew by then.',
          link: '/catalog/default/group/payments/scorecard',
          severity: 'normal',
          scope: expect.stringMatching(
            /^expiring:group:default\/payments:\d+$/,
          ),
        }),
      ]);
    });

    it('are not sent while their kind is off', async () => {
      const { settings } = bank.owners;
      const kinds = { ...settings.kinds, expiring: false };
      bank.owners.settings = { ...settings, kinds };
      await bank.review('api', 0, REVIEWED);
      await runWithSweeps(0, NOTICE + DAY, sweepApi);
      expect(bank.payloads).toEqual([]);
      expect(await bank.owners.countQueued()).toBe(0);
    });

    it('tell nobody of assets without an owner, and log their number', async () => {
      await bank.own('orphan');
      await bank.review('orphan', 0, REVIEWED);
      await bank.sweep('orphan', 0);
      await bank.run(0, NOTICE);
      expect(bank.payloads).toEqual([]);
      expect(bank.owners.logger.info).toHaveBeenCalledWith(
        expect.stringContaining('nobody is notified'),
        { changes: 1 },
      );
    });

    it('are sent again, with the same scope, after a crash before they left the queue', async () => {
      await bank.review('api', 0, REVIEWED);
      await bank.sweep('api', 0);
      await bank.run(0, NOTICE - 6);
      await bank.assess(NOTICE);
      const { owners } = bank;
      const { send } = owners;
      const isSent = new Promise<void>(resolve => {
        owners.send = async message => {
          await send(message);
          resolve();
          // The process ends: nothing of it reaches the database any more.
          await new Promise(() => {});
        };
      });
      bank.announce(NOTICE).catch(() => {});
      await isSent;
      owners.send = send;
      await bank.run(NOTICE + 6, NOTICE + DAY);
      expect(owners.sent).toHaveLength(2);
      expect(owners.sent[1]).toEqual(owners.sent[0]);
    });

    it('are sent once by several replicas', async () => {
      await bank.review('api', 0, REVIEWED);
      await bank.sweep('api', 0);
      await bank.run(0, NOTICE - 6);
      await Promise.all([1, 2, 3].map(() => bank.assess(NOTICE)));
      await Promise.all([1, 2, 3].map(() => bank.announce(NOTICE)));
      expect(bank.payloads).toHaveLength(1);
    });

    it('are forgotten after what they are about has ended', async () => {
      await bank.poll('api', 0);
      await bank.run(0, 48);
      const count = async () =>
        (await bank.owners.knex('expiry_notice')).length;
      expect(await count()).toBe(1);
      await bank.announce(48 + 8 * DAY);
      expect(await count()).toBe(0);
    });

    it('are forgotten also while notifications are off', async () => {
      const { owners } = bank;
      owners.settings = { ...owners.settings, enabled: false };
      await bank.poll('api', 0);
      await bank.run(0, 48);
      expect(await owners.knex('expiry_notice')).toHaveLength(1);
      await bank.announce(48 + 8 * DAY);
      expect(await owners.knex('expiry_notice')).toEqual([]);
    });

    it('are left out if what they are about has ended meanwhile', async () => {
      await bank.poll('api', 0);
      await bank.run(0, 30);
      await bank.assess(36);
      await bank.owners.announce(hour(48));
      expect(bank.payloads).toEqual([]);
      expect(await bank.owners.countQueued()).toBe(0);
    });
  },
);
