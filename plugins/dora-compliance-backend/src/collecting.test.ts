import type { CollectorReading } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { CorridorUnderTest } from './__testUtils__/CorridorUnderTest';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import {
  buildDocument,
  buildHeartbeat,
  wholeRound,
} from './__testUtils__/ScriptedCollector';
import { assetNamed, at } from './testing/samples';

const databases = new FreshDatabases();
const { entityRef, repositories } = assetNamed('a');
const [uri] = repositories;
const HOUR = 60;

describe.each(databases.eachSupportedId())('collecting on %s', databaseId => {
  let backend: CorridorUnderTest;

  beforeEach(async () => {
    backend = await CorridorUnderTest.on(databases, databaseId);
  });

  afterEach(() => backend.knex.destroy());

  it('keeps what a round reads as collected evidence on its target', async () => {
    const round = jest.spyOn(backend.telemetry, 'round');
    await backend.start();
    await backend.collect(1);
    expect(round.mock.calls).toEqual([['scripted', true]]);
    const page = await backend.corridor.evidence.list(entityRef, { limit: 9 });
    const heartbeat = page.items.find(
      ({ evidence }) => evidence.type === 'collector-heartbeat',
    );
    expect(heartbeat?.document).toMatchObject({
      origin: 'collected',
      verification: 'authenticated',
    });
    expect(await backend.target()).toEqual({
      kind: 'repository',
      target: uri,
      entityRefs: [entityRef],
      dueAt: at(1 + 6 * HOUR),
      lastAt: at(1),
      lastCompleteAt: at(1),
      complete: true,
      parts: [{ part: 'history', complete: true }],
      reconciliation: { expected: 0, received: 0, missed: 0 },
      clockSkew: 1500,
    });
    expect(await backend.source()).toMatchObject({
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
      (
        round: AsyncIterable<CollectorReading>,
      ) => AsyncIterable<CollectorReading>,
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
      'The collector stopped before its round was complete.',
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
      await backend.start();
      backend.collector.onCollect = (target, context) =>
        script(wholeRound(target, context));
      await backend.collect(1);
      expect(await backend.target()).toMatchObject({
        complete: false,
        problem,
        dueAt: at(1 + 1.5 * HOUR),
      });
      expect(await backend.source()).toMatchObject({
        state: 'failing',
        reason: { code: 'source-unreadable' },
      });
      // What was read until then is kept.
      expect((await backend.source())!.documents!.all.received).toBeGreaterThan(
        0,
      );
    },
  );

  it('a round that is refused a setting covers what happened', async () => {
    await backend.start();
    backend.collector.onCollect = async function* refused(target, context) {
      const problem = 'setting: It answered 403';
      yield { document: buildDocument(target, context) };
      yield {
        document: buildHeartbeat(target, context, {
          complete: false,
          problem,
          parts: [
            { part: 'history', complete: true },
            { part: 'setting', complete: false, problem: 'It answered 403' },
          ],
        }),
      };
    };
    await backend.collect(1);
    expect(await backend.target()).toMatchObject({
      complete: false,
      problem: 'setting: It answered 403',
      lastCompleteAt: at(1),
      dueAt: at(1 + 6 * HOUR),
    });
    backend.now = at(20);
    await backend.corridor.sources.silence.recordSilentCollectors({
      since: at(1),
      now: backend.now,
      receiving: [],
    });
    expect(await backend.gaps()).toEqual([]);
  });

  it('a limit of one target lets the others of the source rest', async () => {
    await backend.start(['a', 'b', 'c', 'd']);
    const asked: string[] = [];
    backend.collector.onCollect = async function* limited(target, context) {
      asked.push(target.uri);
      const problem = 'It answered 429';
      const retryAfter = 30 * 60_000;
      const document = buildDocument(target, context, {
        complete: false,
        problem,
      });
      yield { document, retryAfter };
    };
    await backend.collect(1);
    // Two at a time were asked before any could tell.
    expect(asked).toHaveLength(2);
    await backend.collect(30);
    expect(asked).toHaveLength(2);
    await backend.collect(31);
    expect(asked).toHaveLength(4);
  });

  it('a stop ends a round that hangs; the next start takes it up', async () => {
    await backend.start();
    let hangs = () => {};
    const hanging = new Promise<void>(resolve => (hangs = resolve));
    backend.collector.onCollect = async function* hang(target, context) {
      yield { document: buildDocument(target, context) };
      hangs();
      await new Promise(() => {});
    };
    backend.now = at(1);
    const working = backend.corridor.sources.collection.drain();
    await hanging;
    await backend.corridor.stop();
    await working;
    expect(await backend.target()).toMatchObject({ dueAt: at(1), parts: [] });
    backend.collector.onCollect = wholeRound;
    await backend.start();
    await backend.collect(2);
    expect(await backend.target()).toMatchObject({ complete: true });
  });

  it('is asked to read back as far as it is taken to cover', async () => {
    await backend.start();
    const asked: (string | undefined)[] = [];
    backend.collector.onCollect = (target, context) => {
      asked.push(context.lookBackTo);
      return wholeRound(target, context);
    };
    await backend.collect(90);
    await backend.collect(90 + 12 * HOUR);
    await backend.collect(90 + 48 * HOUR);
    // When it was added, the last whole round, and the most rounds look back.
    expect(asked).toEqual([at(0), at(90), at(90 + 24 * HOUR)]);
  });
});
