import { mockServices } from '@backstage/backend-test-utils';
import type {
  ErrorCode,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Collected } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Knex } from 'knex';
import {
  documentOf,
  heartbeatOf,
  ScriptedCollector,
  scriptedSource,
} from './__testUtils__/ScriptedCollector';
import { silentTelemetry } from './__testUtils__/silentTelemetry';
import type { CollectionSettings } from './collect/Collection';
import {
  KnexConditionalCache,
  pruneCache,
} from './collect/KnexConditionalCache';
import { Corridor } from './Corridor';
import { migrate } from './database/migrate';
import { forgetRefusals } from './ingest/KnexRefusals';
import { receivedDocument } from './ingest/receiveDelivery';
import { foldTallies } from './query/KnexFoldTallies';
import type { Telemetry } from './telemetry/Telemetry';
import { KnexGapClosing } from './query/KnexGapClosing';
import { KnexSourcesQuery } from './query/KnexSourcesQuery';
import { assetNamed, at, statementOn } from './testing/samples';
import { until } from './testing/until';
import { FreshDatabases } from './__testUtils__/FreshDatabases';

const databases = new FreshDatabases();
const redaction = { personalData: [] };
const ref = 'component:default/a';
const uri = 'https://github.com/bank/a';
const HOUR = 60;
const DAY = 24 * HOUR;

describe.each(databases.eachSupportedId())('sources on %s', databaseId => {
  let knex: Knex;
  let collector: ScriptedCollector;
  let now: Instant;
  let telemetry: Telemetry;

  beforeEach(async () => {
    knex = await databases.init(databaseId);
    await migrate({ getClient: async () => knex });
    collector = new ScriptedCollector();
    now = at(0);
    telemetry = silentTelemetry();
  });

  afterEach(() => knex.destroy());

  /** A backend that starts; the tables are those of the one before. */
  async function start(
    names = ['a'],
    settings?: CollectionSettings,
  ): Promise<Corridor> {
    const corridor = new Corridor({
      knex,
      ...(settings && { collect: settings }),
      sources: new Map([[scriptedSource.id, scriptedSource]]),
      collectors: new Map([[collector.sourceId, collector]]),
      controls: new Map(),
      inventory: {
        find: async () => [],
        async *pages() {
          yield names.map(assetNamed).map(asset => ({
            node: {
              node: 'asset' as const,
              entityRef: asset.entityRef,
              title: asset.title,
              links: [],
              asset,
            },
          }));
        },
      },
      logger: mockServices.logger.mock(),
      telemetry,
      now: () => now,
    });
    await corridor.sync();
    await corridor.drain();
    return corridor;
  }

  async function push(corridor: Corridor, text: string) {
    await corridor.documents.receive([
      receivedDocument({
        sourceId: 'scripted',
        body: new TextEncoder().encode(text),
        headers: {},
        verification: 'authenticated',
        origin: 'pushed',
        receivedAt: now,
        redaction,
      }),
    ]);
    await corridor.drain();
  }

  const told = (minutes: number) =>
    JSON.stringify({
      statement: { ...statementOn('a', minutes), sourceId: 'scripted' },
    });

  async function collect(corridor: Corridor, minutes: number) {
    now = at(minutes);
    await corridor.sources.collection.drain();
    await corridor.drain();
  }

  const sourceOf = (corridor: Corridor) =>
    corridor.sources.api.sourcesQuery.find('scripted', now);

  const targetOf = async (corridor: Corridor) => {
    const { sourcesQuery } = corridor.sources.api;
    const page = await sourcesQuery.listTargets('scripted', { limit: 9 });
    return page.items[0];
  };

  const backfillOf = async (corridor: Corridor) => {
    const { sourcesQuery } = corridor.sources.api;
    const page = await sourcesQuery.listBackfills('scripted', { limit: 9 });
    return page.items[0];
  };

  const gapsOf = async (corridor: Corridor) =>
    (await corridor.sources.silence.gapsOf([assetNamed('a')])).get(ref) ?? [];

  const requestBackfill = (corridor: Corridor, days: number) =>
    corridor.sources.api.backfills.start({
      sourceId: 'scripted',
      since: at(-days * DAY),
      now,
    });

  it('keeps what a round reads as collected evidence on its target', async () => {
    const round = jest.spyOn(telemetry, 'round');
    const corridor = await start();
    await collect(corridor, 1);
    expect(round.mock.calls).toEqual([['scripted', true]]);
    const page = await corridor.evidence.list(ref, { limit: 9 });
    const heartbeat = page.items.find(
      ({ evidence }) => evidence.type === 'collector-heartbeat',
    );
    expect(heartbeat?.document).toMatchObject({
      origin: 'collected',
      verification: 'authenticated',
    });
    expect(await targetOf(corridor)).toEqual({
      kind: 'repository',
      target: uri,
      entityRefs: [ref],
      dueAt: at(1 + 6 * HOUR),
      lastAt: at(1),
      lastCompleteAt: at(1),
      complete: true,
      parts: [{ part: 'history', complete: true }],
      reconciliation: { expected: 0, received: 0, missed: 0 },
      clockSkew: 1500,
    });
    expect(await sourceOf(corridor)).toMatchObject({
      state: 'healthy',
      kinds: { receives: true, collects: true },
      lastHeartbeat: { at: at(1), target: uri, complete: true },
      clockSkew: 1500,
      openGaps: 0,
    });
  });

  it.each<
    [
      string,
      (round: AsyncIterable<Collected>) => AsyncIterable<Collected>,
      string,
    ]
  >([
    [
      'throws',
      async function* throwing(round) {
        for await (const each of round) {
          yield each;
          throw new Error('Connection reset');
        }
      },
      'Connection reset',
    ],
    [
      'ends without a heartbeat',
      async function* ending(round) {
        for await (const each of round) {
          yield each;
          return;
        }
      },
      'The round ended without an end',
    ],
    [
      'is refused',
      async function* refused(round) {
        for await (const { document } of round) {
          const problem = 'It answered 403';
          yield { document: { ...document, complete: false, problem } };
        }
      },
      'It answered 403',
    ],
  ])(
    'a round that %s is not whole and says why',
    async (_, script, problem) => {
      const corridor = await start();
      const whole = collector.onCollect;
      collector.onCollect = (target, context) => script(whole(target, context));
      await collect(corridor, 1);
      expect(await targetOf(corridor)).toMatchObject({
        complete: false,
        problem,
        dueAt: at(1 + 1.5 * HOUR),
      });
      expect(await sourceOf(corridor)).toMatchObject({
        state: 'failing',
        reason: { code: 'source-unreadable' },
      });
      // What was read until then is kept.
      expect(
        (await sourceOf(corridor))!.documents.all.received,
      ).toBeGreaterThan(0);
    },
  );

  it('a round that is refused a setting covers what happened', async () => {
    const corridor = await start();
    collector.onCollect = async function* refused(target, context) {
      const problem = 'setting: It answered 403';
      yield { document: documentOf(target, context) };
      yield {
        document: heartbeatOf(target, context, {
          complete: false,
          problem,
          parts: [
            { part: 'history', complete: true },
            { part: 'setting', complete: false, problem: 'It answered 403' },
          ],
        }),
      };
    };
    await collect(corridor, 1);
    expect(await targetOf(corridor)).toMatchObject({
      complete: false,
      problem: 'setting: It answered 403',
      lastCompleteAt: at(1),
      dueAt: at(1 + 6 * HOUR),
    });
    now = at(20);
    await corridor.sources.silence.noteSilentCollectors({
      since: at(1),
      now: now,
      receiving: [],
    });
    expect(await gapsOf(corridor)).toEqual([]);
  });

  it('tells what was refused on the last day, and why', async () => {
    const corridor = await start();
    const { refusals } = corridor.sources;
    const refuse = async (code: ErrorCode, times: number) => {
      for (let n = 0; n < times; n += 1) {
        refusals.note('scripted', code);
      }
      await refusals.keep();
    };
    const refused = async () => (await sourceOf(corridor))?.refused;
    expect(await refused()).toEqual([]);
    await refuse('body-too-large', 1);
    await refuse('signature-invalid', 2);
    await refuse('signature-invalid', 1);
    now = at(23 * HOUR);
    await refuse('signature-invalid', 4);
    expect(await refused()).toEqual([
      { code: 'signature-invalid', count: 7 },
      { code: 'body-too-large', count: 1 },
    ]);
    now = at(25 * HOUR);
    expect(await refused()).toEqual([{ code: 'signature-invalid', count: 4 }]);
    now = at(500 * DAY);
    await forgetRefusals(knex, now);
    expect(await knex('refusal_tally')).toEqual([]);
  });

  it('counts on what was refused while the database was away', async () => {
    const corridor = await start();
    const { refusals } = corridor.sources;
    refusals.note('scripted', 'signature-invalid');
    await knex.schema.renameTable('refusal_tally', 'away');
    await expect(refusals.keep()).rejects.toThrow();
    await knex.schema.renameTable('away', 'refusal_tally');
    refusals.note('scripted', 'signature-invalid');
    await refusals.keep();
    expect(await knex('refusal_tally')).toMatchObject([{ n: 2 }]);
  });

  it('a limit of one target lets the others of the source rest', async () => {
    const corridor = await start(['a', 'b', 'c', 'd']);
    const asked: string[] = [];
    collector.onCollect = async function* limited(target, context) {
      asked.push(target.uri);
      const problem = 'It answered 429';
      const retryAfter = 30 * 60_000;
      const document = documentOf(target, context, {
        complete: false,
        problem,
      });
      yield { document, retryAfter };
    };
    await collect(corridor, 1);
    // Two at a time were asked before any could tell.
    expect(asked).toHaveLength(2);
    await collect(corridor, 30);
    expect(asked).toHaveLength(2);
    await collect(corridor, 31);
    expect(asked).toHaveLength(4);
  });

  it('a stop ends a round that hangs; the next start takes it up', async () => {
    const corridor = await start();
    let hangs = () => {};
    const hanging = new Promise<void>(resolve => (hangs = resolve));
    const whole = collector.onCollect;
    collector.onCollect = async function* hang(target, context) {
      yield { document: documentOf(target, context) };
      hangs();
      await new Promise(() => {});
    };
    now = at(1);
    const working = corridor.sources.collection.drain();
    await hanging;
    await corridor.stop();
    await working;
    expect(await targetOf(corridor)).toMatchObject({ dueAt: at(1), parts: [] });
    collector.onCollect = whole;
    const after = await start();
    await collect(after, 2);
    expect(await targetOf(after)).toMatchObject({ complete: true });
  });

  it('is asked to read back as far as it is taken to cover', async () => {
    const corridor = await start();
    const whole = collector.onCollect;
    const asked: (string | undefined)[] = [];
    collector.onCollect = (target, context) => {
      asked.push(context.lookBackTo);
      return whole(target, context);
    };
    await collect(corridor, 90);
    await collect(corridor, 90 + 12 * HOUR);
    await collect(corridor, 90 + 48 * HOUR);
    // When it was added, the last whole round, and the most rounds look back.
    expect(asked).toEqual([at(0), at(90), at(90 + 24 * HOUR)]);
  });

  it('fills in the past of what is new, once', async () => {
    const asked: [string, Instant][] = [];
    collector.onBackfill = async function* once({ uri: of }, { since }) {
      asked.push([of, since]);
      yield { documents: [], done: 0 };
    };
    const minutes = (count: number) => count * 60_000;
    const settings = {
      frequency: minutes(6 * HOUR),
      lookBack: minutes(DAY),
      tolerance: minutes(5),
    };
    const month = { ...settings, onboarding: minutes(30 * DAY) };
    await start(['a'], settings);
    expect(asked).toEqual([]);
    await collect(await start(['a'], month), 1);
    await collect(await start(['a', 'b'], month), 2);
    expect(asked).toEqual([
      ['https://github.com/bank/a', at(-30 * DAY)],
      ['https://github.com/bank/b', at(1 - 30 * DAY)],
    ]);
  });

  it('a back-fill that reads less than rounds do makes no gap good', async () => {
    const corridor = await start();
    collector.backfilled = [];
    await requestBackfill(corridor, 30);
    await collect(corridor, 1);
    expect(await backfillOf(corridor)).toMatchObject({
      state: 'incomplete',
      problem: 'A back-fill does not read history: it makes no gap good',
    });
  });

  it('counts what the source says happened and did not tell', async () => {
    const corridor = await start();
    await collect(corridor, 1);
    now = at(20);
    await push(corridor, told(20));
    const whole = collector.onCollect;
    const change = (number: number, minute: number) => ({
      subject: { kind: 'change' as const, uri: `${uri}/pull/${number}` },
      at: at(minute),
    });
    collector.onCollect = async function* expecting(target, context) {
      const expects = [
        change(1, 20),
        change(2, 30),
        // Before anybody looked, and perhaps still on its way.
        change(3, -5),
        change(4, 6 * HOUR),
      ];
      yield { document: documentOf(target, context), expects };
      yield* whole(target, context);
    };
    await collect(corridor, 6 * HOUR + 1);
    expect(await sourceOf(corridor)).toMatchObject({
      reconciliation: { expected: 2, received: 1, missed: 1 },
    });
    const { sourcesQuery } = corridor.sources.api;
    const { items } = await sourcesQuery.listGaps(
      'scripted',
      { limit: 9 },
      now,
    );
    expect(items).toMatchObject([
      {
        cause: 'deliveries-missed',
        // By our clock, which is 1.5 seconds behind that of the source.
        from: '2026-03-01T00:29:58.500Z',
        to: at(6 * HOUR + 1),
        target: uri,
        madeGoodAt: at(6 * HOUR + 1),
        reason: { code: 'gap-deliveries-missed' },
      },
    ]);
    expect(await gapsOf(corridor)).toEqual([]);
    // Each thing that happened is compared once.
    await collect(corridor, 12 * HOUR + 2);
    expect(await sourceOf(corridor)).toMatchObject({
      reconciliation: { expected: 1, received: 0, missed: 1 },
    });
  });

  it('a time nobody received in is a gap until a whole back-fill covers it', async () => {
    const corridor = await start();
    await push(corridor, told(0));
    await collect(corridor, 0);
    await corridor.sources.watch.beat();
    now = at(3 * DAY);
    const after = await start();
    await after.sources.watch.beat();
    const gap = {
      sourceId: 'scripted',
      from: at(0),
      to: at(3 * DAY),
      cause: 'receiver-down',
    };
    expect(await gapsOf(after)).toEqual([gap]);
    await after.sources.watch.look();
    expect(await sourceOf(after)).toMatchObject({ openGaps: 2 });
    // The collector looks back a day; the rest stays unknown.
    await collect(after, 3 * DAY + 1);
    expect(await gapsOf(after)).toMatchObject([
      { cause: 'collector-silent', from: at(0), to: at(2 * DAY + 1) },
      { ...gap, to: at(2 * DAY + 1) },
    ]);
    now = at(3 * DAY + 2);
    expect(await requestBackfill(after, 1)).toBe(1);
    await collect(after, 3 * DAY + 2);
    expect(await backfillOf(after)).toMatchObject({ state: 'done' });
    expect(await gapsOf(after)).toEqual([]);
    await after.sources.watch.look();
    expect(await sourceOf(after)).toMatchObject({
      state: 'healthy',
      openGaps: 0,
    });
  });

  it('says what closes a gap, and what went wrong', async () => {
    const corridor = await start();
    await push(corridor, told(0));
    await corridor.sources.watch.beat();
    now = at(HOUR);
    await corridor.sources.watch.beat();
    const advice = async (after = corridor) => {
      const { sourcesQuery } = after.sources.api;
      const { items } = await sourcesQuery.listGaps(
        'scripted',
        { limit: 9 },
        now,
      );
      return items.map(gap => gap.advice);
    };
    expect(await advice()).toEqual([
      'There is nothing to do: a round of the collector of scripted closes the gap. It has been queued since 2026-03-01 01:00 UTC.',
    ]);
    const whole = collector.onCollect;
    collector.onCollect = async function* refused(target, context) {
      const problem = 'It answered 403';
      yield {
        document: heartbeatOf(target, context, { complete: false, problem }),
      };
    };
    await collect(corridor, HOUR + 1);
    expect(await advice()).toEqual([
      'A round of the collector of scripted closes the gap. The last attempt failed: It answered 403. It is retried automatically; if access was refused, give the credentials the rights that the README of the module lists.',
    ]);
    // Rounds no longer reach it.
    now = at(3 * DAY);
    expect(await advice()).toEqual([
      'scripted could not be read: It answered 403. Give its credentials the rights that the README of its module lists. The next complete round or backfill closes the gap; both start automatically.',
    ]);
    await corridor.sources.api.backfills.start({
      sourceId: 'scripted',
      since: at(0),
      now,
    });
    expect(await advice()).toEqual([
      'There is nothing to do: a backfill of scripted closes the gap. It has been queued since 2026-03-04 00:00 UTC.',
    ]);
    collector.onCollect = whole;
    await collect(corridor, 3 * DAY);
    await corridor.sources.watch.look();
    expect(await advice()).toEqual([undefined]);
  });

  it('a back-fill goes on where a killed one was, nothing kept twice', async () => {
    const corridor = await start();
    await collect(corridor, 1);
    const asked: (string | undefined)[] = [];
    let killed = true;
    collector.onBackfill = async function* pages(target, { cursor }) {
      asked.push(cursor);
      for (let page = Number(cursor ?? 0); page < 4; page++) {
        if (page === 2 && killed) {
          await new Promise(() => {});
        }
        const last = page === 3;
        yield {
          documents: [
            documentOf(
              target,
              { now: () => at(page) },
              { part: `page ${page}` },
            ),
          ],
          ...(!last && { cursor: String(page + 1) }),
          done: page + 1,
          total: 4,
        };
      }
    };
    await requestBackfill(corridor, 30);
    const before = await knex('document').count({ n: '*' }).first();
    // This one is never stopped properly: its work is just gone.
    corridor.sources.collection.drain().catch(() => {});
    await until(
      () => backfillOf(corridor),
      backfill => backfill?.done === 2,
    );
    expect(await backfillOf(corridor)).toMatchObject({
      state: 'running',
      total: 4,
    });
    killed = false;
    const after = await start();
    await collect(after, 2);
    expect(asked).toEqual([undefined]);
    await collect(after, 60);
    expect(asked).toEqual([undefined, '2']);
    expect(await backfillOf(after)).toMatchObject({ state: 'done', done: 4 });
    const now4 = await knex('document').count({ n: '*' }).first();
    expect(Number(now4?.n) - Number(before?.n)).toBe(4);
    const late = await knex('document').where('origin', 'back-filled');
    expect(late).toHaveLength(4);
    await corridor.stop();
  });

  it('waits as long as the source says, and never gives up', async () => {
    const corridor = await start();
    await collect(corridor, 1);
    collector.onBackfill = async function* limited() {
      yield {
        documents: [],
        cursor: 'p1',
        done: 0,
        problem: 'Rate limit',
        retryAfter: 2 * HOUR * 60_000,
      };
    };
    await requestBackfill(corridor, 30);
    await collect(corridor, 2);
    expect(await backfillOf(corridor)).toMatchObject({
      state: 'waiting',
      problem: 'Rate limit',
      nextAt: at(2 + 2 * HOUR),
    });
    for (let tries = 1; tries < 10; tries++) {
      await collect(corridor, 2 + tries * 2 * HOUR);
    }
    expect(await backfillOf(corridor)).toMatchObject({
      state: 'waiting',
      problem: 'Rate limit',
      nextAt: at(2 + 20 * HOUR),
    });
    collector.onBackfill = async function* fine(_, { cursor }) {
      expect(cursor).toBe('p1');
      yield { documents: [], done: 1 };
    };
    // Not before the limit is over, whoever asks.
    now = at(2 + 20 * HOUR);
    expect(await requestBackfill(corridor, 1)).toBe(0);
    await collect(corridor, 2 + 20 * HOUR);
    expect(await backfillOf(corridor)).toMatchObject({ state: 'done' });
  });

  it('compares anew what a round that was not whole did not read', async () => {
    const corridor = await start();
    await collect(corridor, 1);
    const whole = collector.onCollect;
    collector.onCollect = async function* broken(target, context) {
      const parts = [{ part: 'history', complete: false, problem: '403' }];
      yield {
        document: heartbeatOf(target, context, { complete: false, parts }),
      };
    };
    await collect(corridor, 6 * HOUR + 1);
    collector.onCollect = async function* expecting(target, context) {
      const subject = { kind: 'change' as const, uri: `${uri}/pull/1` };
      yield {
        document: documentOf(target, context),
        expects: [{ subject, at: at(60) }],
      };
      yield* whole(target, context);
    };
    await collect(corridor, 8 * HOUR);
    expect((await sourceOf(corridor))?.reconciliation).toMatchObject({
      expected: 1,
      missed: 1,
    });
  });

  it('is tried once a day when it failed many times', async () => {
    const corridor = await start();
    await collect(corridor, 1);
    collector.onBackfill = async function* broken() {
      yield { documents: [], cursor: 'p1', done: 0, problem: 'It broke' };
    };
    await requestBackfill(corridor, 30);
    for (let tries = 0; tries < 10; tries++) {
      await collect(corridor, 2 + tries * HOUR);
    }
    expect(await backfillOf(corridor)).toMatchObject({
      state: 'waiting',
      problem: 'It broke',
      nextAt: at(2 + 9 * HOUR + DAY),
    });
  });

  it('compares later what happened while what came was waiting', async () => {
    const corridor = await start();
    await collect(corridor, 1);
    const whole = collector.onCollect;
    collector.onCollect = async function* expecting(target, context) {
      const expects = [60, 120].map(minute => ({
        subject: { kind: 'change' as const, uri: `${uri}/pull/${minute}` },
        at: at(minute),
      }));
      yield { document: documentOf(target, context), expects };
      yield* whole(target, context);
    };
    now = at(100);
    await corridor.documents.receive([
      receivedDocument({
        sourceId: 'scripted',
        body: new TextEncoder().encode('"waits"'),
        headers: {},
        verification: 'authenticated',
        origin: 'pushed',
        receivedAt: now,
        redaction,
      }),
    ]);
    now = at(200);
    await corridor.sources.collection.syncTargets();
    await corridor.sources.api.targets.collectNow('scripted', uri, now);
    await corridor.sources.collection.drain();
    const counts = async () => (await sourceOf(corridor))?.reconciliation;
    expect(await counts()).toMatchObject({ expected: 1, missed: 1 });
    await corridor.drain();
    await collect(corridor, 200 + 6 * HOUR);
    expect(await counts()).toMatchObject({ expected: 1, missed: 1 });
    await collect(corridor, 200 + 12 * HOUR);
    expect(await counts()).toMatchObject({ expected: 0, missed: 0 });
  });

  it('a back-fill with a document that is not whole is not done', async () => {
    const corridor = await start();
    await collect(corridor, 1);
    collector.onBackfill = async function* flawed(target, _, context) {
      const documents = [
        documentOf(target, context, { complete: false, problem: '404' }),
      ];
      yield { documents, done: 1 };
    };
    await requestBackfill(corridor, 30);
    await collect(corridor, 2);
    expect(await backfillOf(corridor)).toMatchObject({
      state: 'incomplete',
      problem: 'history: 404',
    });
  });

  it('counts documents by source, also when outcomes change', async () => {
    const corridor = await start();
    await push(corridor, '"no"');
    await push(corridor, '"not"');
    await push(corridor, told(0));
    const counts = { received: 3, rejected: 2, partial: 0, waiting: 0 };
    expect(await sourceOf(corridor)).toMatchObject({
      state: 'failing',
      reason: {
        sentence: '2 of the 3 documents of the last day could not be read.',
      },
      documents: { lastDay: counts, all: counts },
    });
    expect(await foldTallies(knex)).toBe(2);
    expect(await foldTallies(knex)).toBe(0);
    now = at(2 * DAY);
    const { replayFlawed } = corridor.sources.api;
    expect(
      await replayFlawed(
        { sourceId: 'scripted', state: 'rejected', until: now },
        now,
      ),
    ).toEqual({
      queued: 2,
      more: false,
    });
    expect(await sourceOf(corridor)).toMatchObject({
      documents: {
        lastDay: { received: 0, rejected: 0, waiting: 0 },
        all: { received: 3, rejected: 0, waiting: 2 },
      },
      lag: { waiting: 2 * DAY * 60_000 },
    });
    await corridor.drain();
    expect(await sourceOf(corridor)).toMatchObject({
      documents: { all: counts },
    });
    const documents = (sourceId: string) =>
      corridor.documents.list({ state: 'rejected', sourceId, limit: 9 });
    expect((await documents('scripted')).items).toHaveLength(2);
    expect((await documents('other')).items).toHaveLength(0);
  });

  it('a source that never told anything is not fine', async () => {
    const corridor = await start([]);
    expect(await sourceOf(corridor)).toMatchObject({
      state: 'never-heard',
      reason: { sentence: 'Nothing was ever received from this source.' },
    });
  });

  it('says what to configure so that a source is collected from', async () => {
    const askedWith = 'credentials under integrations.github';
    const kinds = { receives: true, collects: false, askedWith };
    const sources = new Map([['github', kinds]]);
    const query = new KnexSourcesQuery({
      knex,
      sources,
      quietAfter: 1,
      closing: new KnexGapClosing({ knex, sources, lookBack: 1 }),
    });
    const [view] = await query.list(now);
    expect(view?.kinds).toEqual(kinds);
  });

  it('our own sources are not missed before they tell anything', async () => {
    const nobody = { receives: false, collects: false };
    const sources = new Map(['catalog', 'people'].map(id => [id, nobody]));
    const query = new KnexSourcesQuery({
      knex,
      sources,
      quietAfter: 1,
      closing: new KnexGapClosing({ knex, sources, lookBack: 1 }),
    });
    const views = await query.list(now);
    expect(views.map(({ state, reason }) => [state, reason.sentence])).toEqual([
      ['never-heard', expect.stringMatching(/^The catalog was not read yet/)],
      ['healthy', expect.stringMatching(/^Nobody has reviewed the record/)],
    ]);
  });

  it('goes through lists page by page', async () => {
    const corridor = await start(['a', 'b', 'c']);
    const { sourcesQuery } = corridor.sources.api;
    await requestBackfill(corridor, 1);
    for (const list of [
      sourcesQuery.listTargets.bind(sourcesQuery),
      sourcesQuery.listBackfills.bind(sourcesQuery),
    ]) {
      const first = await list('scripted', { limit: 2 });
      const cursor = first.nextCursor;
      const second = await list('scripted', { limit: 2, cursor });
      expect(second.nextCursor).toBeUndefined();
      const shown = [...first.items, ...second.items];
      expect(new Set(shown.map(item => item.target)).size).toBe(3);
    }
  });

  it('forgets what left the catalog', async () => {
    await start(['a', 'b']);
    const after = await start(['b']);
    expect(await sourceOf(after)).toMatchObject({ targets: { all: 1 } });
  });

  it('the cache keeps no secrets, nothing large, and not too much', async () => {
    const cache = new KnexConditionalCache({
      knex,
      sourceId: 'scripted',
      redaction,
      now: () => now,
    });
    const keep = (url: string, body: unknown) =>
      cache.set(url, { etag: `"${url}"`, body });
    await keep('1', { ok: true });
    now = at(1);
    await keep('2', [1]);
    expect(await cache.get('1')).toEqual({ etag: '"1"', body: { ok: true } });
    await keep('2', { token: `ghp_${'a'.repeat(36)}` });
    await keep('3', 'x'.repeat(600_000));
    expect(await cache.get('2')).toBeUndefined();
    expect(await cache.get('3')).toBeUndefined();
    now = at(2);
    await keep('4', 4);
    await pruneCache(knex, now, 1);
    expect(await cache.get('1')).toBeUndefined();
    expect(await cache.get('4')).toBeDefined();
    await pruneCache(knex, at(15 * DAY));
    expect(await cache.get('4')).toBeUndefined();
  });
});
