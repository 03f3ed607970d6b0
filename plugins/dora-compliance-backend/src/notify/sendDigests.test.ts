import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { FreshDatabases } from '../__testUtils__/FreshDatabases';
import { markScores } from '../due/KnexMarkScores';
import { inEnglish } from '../read/inEnglish';
import { foldScores } from '../scores/KnexFoldScores';
import { KnexDigests } from './KnexDigests';
import { sendDigests } from './sendDigests';
import {
  ordinary,
  OwnersUnderTest,
  severe,
} from '../__testUtils__/OwnersUnderTest';

const TEAM = 'group:default/payments';

const databases = new FreshDatabases();
let owners: OwnersUnderTest;
afterEach(() => owners.knex.destroy());

describe.each(databases.eachSupportedId())('summaries on %s', databaseId => {
  beforeEach(async () => {
    owners = await OwnersUnderTest.on(databases, databaseId);
    await owners.own('api', TEAM);
    await owners.own('ledger', TEAM);
    await owners.own('orphan', '');
  });

  /** Statuses of an asset, as scores count them on that day. */
  async function keep(name: string, day: string, ...statuses: string[]) {
    const entityRef = `component:default/${name}`;
    for (const [place, status] of statuses.entries()) {
      await owners
        .knex('control_status')
        .insert({
          entity_ref: entityRef,
          control_id: [ordinary, severe][place]!.id,
          assessment_id: 'none',
          result_digest: 'none',
          status,
          assessed_at: `${day}T00:00:00.000Z`,
        })
        .onConflict(['entity_ref', 'control_id'])
        .merge();
    }
    await owners.knex.transaction(transaction =>
      markScores(transaction, [entityRef]),
    );
    await foldScores(owners.knex, {
      controls: [ordinary, severe],
      limit: 100,
      today: day,
    });
  }

  const send = (now: string) =>
    sendDigests({
      digests: new KnexDigests(owners.knex),
      names: owners.names,
      language: inEnglish.language,
      notifications: { send: message => owners.send(message) },
      settings: owners.settings,
      logger: owners.logger,
      now: () => now as Instant,
    });

  it('compare with a week ago, name the worst assets, and come once a week', async () => {
    await keep('api', '2026-11-20', 'not-satisfied', 'not-satisfied');
    await keep('ledger', '2026-11-21', 'not-assessed', 'satisfied');
    await keep('api', '2026-11-28', 'not-satisfied', 'satisfied');
    await keep('orphan', '2026-11-28', 'not-satisfied', 'satisfied');
    await send('2026-11-30T06:00:00.000Z');
    await send('2026-11-30T06:30:00.000Z');
    expect(owners.sent).toEqual([
      {
        recipients: { type: 'entity', entityRef: TEAM },
        payload: {
          title:
            'This week: payments has 1 control not satisfied, 1 not assessed',
          description:
            'A week ago: 2 controls not satisfied, 1 not assessed. Greatest risk: API and LEDGER.',
          link: '/catalog/default/group/payments/scorecard',
          severity: 'normal',
          topic: 'weekly-summary',
          scope: `weekly-summary:${TEAM}`,
        },
      },
    ]);
    await send('2026-12-07T06:00:00.000Z');
    expect(owners.sent).toHaveLength(2);
  });

  it('say that nothing is known of a week ago', async () => {
    await keep('api', '2026-11-28', 'not-assessed', 'satisfied');
    await send('2026-11-30T06:00:00.000Z');
    expect(owners.sent[0]!.payload).toMatchObject({
      severity: 'low',
      description: expect.stringContaining('no figures of a week ago'),
    });
  });

  it('are not sent about nothing, nor while they are off', async () => {
    await keep('api', '2026-11-28', 'satisfied', 'satisfied');
    await keep('ledger', '2026-11-28', 'satisfied', 'satisfied');
    await send('2026-11-30T06:00:00.000Z');
    await keep('api', '2026-12-01', 'not-satisfied', 'satisfied');
    const { kinds } = owners.settings;
    owners.settings = {
      ...owners.settings,
      kinds: { ...kinds, digest: false },
    };
    await send('2026-12-07T06:00:00.000Z');
    owners.settings = { ...owners.settings, kinds, enabled: false };
    await send('2026-12-07T06:00:00.000Z');
    expect(owners.sent).toEqual([]);
  });

  it('name reviews that are overdue or due within 30 days', async () => {
    await keep('api', '2026-11-28', 'satisfied', 'satisfied');
    const due = (name: string, review_due: string) =>
      owners
        .knex('asset_index')
        .where('entity_ref', `component:default/${name}`)
        .update({ review_due });
    await due('api', '2026-12-31');
    await due('orphan', '2026-11-01');
    await send('2026-11-30T06:00:00.000Z');
    expect(owners.sent).toEqual([]);
    await due('api', '2027-01-06');
    for (const [place, name] of ['a', 'b', 'c'].entries()) {
      await owners.own(name, TEAM);
      await due(name, `2026-11-0${place + 1}`);
    }
    await send('2026-12-07T06:00:00.000Z');
    expect(owners.sent[0]!.payload).toMatchObject({
      severity: 'low',
      description: expect.stringMatching(
        /Reviews that are overdue or due within 30 days: A, B, C, and 1 more\.$/,
      ),
    });
  });

  it('name controls that are about to be lost, even if all is satisfied', async () => {
    await keep('api', '2026-11-28', 'satisfied', 'satisfied');
    await keep('orphan', '2026-11-28', 'satisfied', 'satisfied');
    const expire = (name: string, expires_at: string) =>
      owners
        .knex('control_status')
        .where('entity_ref', `component:default/${name}`)
        .update({ expires_at });
    await expire('orphan', '2026-12-03T00:00:00.000Z');
    await expire('api', '2026-11-30T06:00:00.000Z');
    await send('2026-11-30T06:00:00.000Z');
    expect(owners.sent).toEqual([]);
    await expire('api', '2026-12-11T00:00:00.000Z');
    await keep('ledger', '2026-11-28', 'satisfied', 'satisfied');
    await expire('ledger', '2026-12-10T00:00:00.000Z');
    await send('2026-12-07T06:00:00.000Z');
    expect(owners.sent[0]!.payload).toMatchObject({
      severity: 'low',
      description: expect.stringMatching(
        /About to expire: “Independent approval” of LEDGER \(2026-12-10 00:00 UTC\), “Tested restore” of LEDGER \(2026-12-10 00:00 UTC\), “Independent approval” of API \(2026-12-11 00:00 UTC\), and 1 more\.$/,
      ),
    });
  });

  it('are tried again when Backstage fails', async () => {
    await keep('api', '2026-11-28', 'not-satisfied', 'satisfied');
    const { send: works } = owners;
    owners.send = async () => {
      throw new Error('Request failed with status 503');
    };
    await send('2026-11-30T06:00:00.000Z');
    expect(owners.logger.warn).toHaveBeenCalledTimes(1);
    owners.send = works;
    await send('2026-11-30T06:30:00.000Z');
    expect(owners.sent).toHaveLength(1);
  });
});
