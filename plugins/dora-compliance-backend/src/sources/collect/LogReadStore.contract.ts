import {
  assetNamed,
  at,
  installed,
  nodeNamed,
  normalised,
  received,
  statementOn,
} from '../../testing/samples';
import type { TestStores } from '../../testing/TestStores';
import { onRepository } from './CollectionStore.contract';
import { normaliseWith } from '../../testing/normaliseWith';
import { assessWith } from '../../testing/assessWith';

const MINUTE = 60_000;

/** What holds for every LogReadStore. */
export function logReadStoreContract(create: () => Promise<TestStores>) {
  describe('LogReadStore', () => {
    let stores: TestStores;

    beforeEach(async () => {
      stores = await create();
      await stores.targets.setTargets([onRepository('a')], at(-10));
    });

    const beat = (minute: number, more: { sourceIds?: string[] } = {}) =>
      stores.silence.recordHeartbeat({
        replica: 'one',
        now: at(minute),
        tolerance: 5 * MINUTE,
        sourceIds: ['test', 'other'],
        logs: { sourceIds: ['test'], after: MINUTE },
        ...more,
      });
    const queue = (minute: number, hours = 72) =>
      stores.logReads.queue({
        keptFor: new Map([['test', hours * 60 * MINUTE]]),
        now: at(minute),
      });
    const take = (minute: number, resting: string[] = []) =>
      stores.logReads.take(at(minute), at(minute + 30), resting);

    it('is queued once for a gap, from its begin', async () => {
      expect(await queue(0)).toBe(0);
      await beat(0);
      await beat(60);
      expect(await queue(60)).toBe(1);
      expect(await queue(61)).toBe(0);
      expect(await take(61)).toMatchObject({
        sourceId: 'test',
        since: at(0),
        attempts: 0,
      });
      await beat(120);
      expect(await queue(120)).toBe(1);
    });

    it('is queued for a time that is too short to be a gap', async () => {
      await beat(0);
      await beat(1);
      expect(await take(1)).toBeUndefined();
      // As long as is tolerated; the other source keeps no log.
      await beat(6);
      expect(await take(6)).toMatchObject({ sourceId: 'test', since: at(1) });
      expect(await take(6)).toBeUndefined();
      expect(await queue(6)).toBe(0);
      // A gap queues its own reading, once.
      await beat(12);
      expect(await queue(12)).toBe(1);
      expect(await take(12)).toMatchObject({ since: at(6) });
      expect(await take(12)).toBeUndefined();
    });

    it('is not queued for a source that is not received from', async () => {
      await beat(0);
      await beat(3, { sourceIds: ['other'] });
      expect(await take(3)).toBeUndefined();
    });

    it('is not queued for a gap that left the log', async () => {
      await beat(0);
      await beat(60);
      expect(await queue(60 + 61, 1)).toBe(0);
    });

    it('is taken once, again after a while, and not while its source rests', async () => {
      await beat(0);
      await beat(60);
      await queue(60);
      expect(await take(61, ['test'])).toBeUndefined();
      expect(await take(61)).toBeDefined();
      expect(await take(62)).toBeUndefined();
      expect(await take(91)).toBeDefined();
    });

    it('is tried again when it is told so, and over otherwise', async () => {
      await beat(0);
      await beat(60);
      await queue(60);
      const { id } = (await take(61))!;
      const outcome = { fetched: 2, problem: '502', attempts: 1, now: at(62) };
      await stores.logReads.end(id, { ...outcome, nextAt: at(65) });
      expect(await take(64)).toBeUndefined();
      expect(await take(65)).toMatchObject({ id, attempts: 1 });
      await stores.logReads.end(id, outcome);
      expect(await take(999)).toBeUndefined();
    });

    it('knows what was kept from a source', async () => {
      await stores.documents.receive([received('1', 0, 'd1')]);
      expect(await stores.logReads.kept('test', ['d1', 'd2'])).toEqual(
        new Set(['d1']),
      );
      expect(await stores.logReads.kept('other', ['d1'])).toEqual(new Set());
      expect(await stores.logReads.kept('test', [])).toEqual(new Set());
    });

    it('tells the targets of a source', async () => {
      const { kind, uri } = onRepository('a');
      expect(await stores.logReads.listTargets('test')).toEqual([
        { kind, uri },
      ]);
      expect(await stores.logReads.listTargets('other')).toEqual([]);
    });

    it('covers a time of a target, whose assets become due', async () => {
      await stores.assets.save([nodeNamed('a')], at(-10));
      await stores.assessments.install(installed, at(-10));
      await stores.documents.receive([received('"a"', -10)]);
      await normaliseWith(stores.documents, {
        limit: 9,
        now: at(-10),
        normalise: normalised(statementOn('a', -10)),
      });
      await beat(0);
      await beat(60);
      const gaps = async () =>
        (await stores.silence.findGaps([assetNamed('a')])).get(
          'component:default/a',
        );
      expect(await gaps()).toHaveLength(1);
      await assessWith(stores.assessments, {
        limit: 9,
        now: at(61),
        decide: async () => [],
      });
      const of = { sourceId: 'test', target: onRepository('a') };
      await stores.logReads.cover(of, { from: at(0), to: at(61) }, at(62));
      expect(await gaps()).toBeUndefined();
      expect(await stores.assessments.countDue(at(62))).toBe(1);
      // For good, when nobody else has to be asked.
      expect(await stores.silence.closeGaps(at(63))).toBe(1);
    });
  });
}
