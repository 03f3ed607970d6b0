import { CorridorUnderTest } from './__testUtils__/CorridorUnderTest';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import {
  buildDocument,
  buildHeartbeat,
  wholeRound,
} from './__testUtils__/ScriptedCollector';
import { at } from './testing/samples';

const databases = new FreshDatabases();
const uri = 'https://github.com/bank/a';
const HOUR = 60;

/** A change of the repository that happened at that minute. */
const change = (number: number, minute: number) => ({
  subject: { kind: 'change' as const, uri: `${uri}/pull/${number}` },
  at: at(minute),
});

describe.each(databases.eachSupportedId())(
  'reconciliation on %s',
  databaseId => {
    let backend: CorridorUnderTest;

    beforeEach(async () => {
      backend = await CorridorUnderTest.on(databases, databaseId);
    });

    afterEach(() => backend.knex.destroy());

    /** The next rounds expect that somebody reported on these changes. */
    function expectChanges(...expects: ReturnType<typeof change>[]) {
      backend.collector.onCollect = async function* expecting(target, context) {
        yield { document: buildDocument(target, context), expects };
        yield* wholeRound(target, context);
      };
    }

    it('counts what the source says happened and did not tell', async () => {
      await backend.start();
      await backend.collect(1);
      backend.now = at(20);
      await backend.pushStatement(20);
      expectChanges(
        change(1, 20),
        change(2, 30),
        // Before anybody looked, and perhaps still on its way.
        change(3, -5),
        change(4, 6 * HOUR),
      );
      await backend.collect(6 * HOUR + 1);
      expect(await backend.source()).toMatchObject({
        reconciliation: { expected: 2, received: 1, missed: 1 },
      });
      expect(await backend.listedGaps()).toMatchObject([
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
      expect(await backend.gaps()).toEqual([]);
      // Each thing that happened is compared once.
      await backend.collect(12 * HOUR + 2);
      expect(await backend.source()).toMatchObject({
        reconciliation: { expected: 1, received: 0, missed: 1 },
      });
    });

    it('compares again what an incomplete round did not read', async () => {
      await backend.start();
      await backend.collect(1);
      backend.collector.onCollect = async function* broken(target, context) {
        const parts = [{ part: 'history', complete: false, problem: '403' }];
        yield {
          document: buildHeartbeat(target, context, { complete: false, parts }),
        };
      };
      await backend.collect(6 * HOUR + 1);
      expectChanges(change(1, 60));
      await backend.collect(8 * HOUR);
      expect((await backend.source())?.reconciliation).toMatchObject({
        expected: 1,
        missed: 1,
      });
    });

    it('compares later what happened while what came was waiting', async () => {
      await backend.start();
      await backend.collect(1);
      expectChanges(change(1, 60), change(2, 120));
      backend.now = at(100);
      await backend.receive('"waits"');
      backend.now = at(200);
      await backend.corridor.sources.collection.syncTargets();
      await backend.corridor.sources.api.targets.collectNow(
        'scripted',
        uri,
        backend.now,
      );
      await backend.corridor.sources.collection.drain();
      const counts = async () => (await backend.source())?.reconciliation;
      expect(await counts()).toMatchObject({ expected: 1, missed: 1 });
      await backend.corridor.drain();
      await backend.collect(200 + 6 * HOUR);
      expect(await counts()).toMatchObject({ expected: 1, missed: 1 });
      await backend.collect(200 + 12 * HOUR);
      expect(await counts()).toMatchObject({ expected: 0, missed: 0 });
    });
  },
);
