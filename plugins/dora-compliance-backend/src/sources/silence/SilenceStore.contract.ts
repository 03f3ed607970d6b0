import { computeDigest } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { onRepository, wholeRound } from '../collect/CollectionStore.contract';
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
import { normaliseWith } from '../../testing/normaliseWith';
import { assessWith } from '../../testing/assessWith';

const MINUTE = 60_000;

/** What holds for every SilenceStore. */
export function silenceStoreContract(create: () => Promise<TestStores>) {
  describe('SilenceStore', () => {
    const beat = (stores: TestStores, replica: string, minute: number) =>
      stores.silence.recordHeartbeat({
        replica,
        now: at(minute),
        tolerance: 5 * MINUTE,
        sourceIds: ['test'],
      });
    const findGaps = async (stores: TestStores, name = 'a') =>
      (await stores.silence.findGaps([assetNamed(name)])).get(
        `component:default/${name}`,
      ) ?? [];
    const hear = async (stores: TestStores, name = 'a') => {
      await stores.documents.receive([received(`"${name}"`)]);
      await normaliseWith(stores.documents, {
        limit: 9,
        now: at(0),
        normalise: normalised(statementOn(name)),
      });
    };
    const lookAt = async (
      stores: TestStores,
      minute: number,
      lookBackTo = at(-9999),
    ) => {
      const [target] = await stores.targets.take({
        limit: 1,
        now: at(minute),
        until: at(minute + 30),
      });
      await stores.targets.finish(target!, wholeRound(minute), {
        dueAt: at(minute),
        lookBackTo,
      });
    };
    const down = (from: number, to: number) => ({
      sourceId: 'test',
      from: at(from),
      to: at(to),
      cause: 'receiver-down',
    });

    it('finds the time in which no replica was there', async () => {
      const stores = await create();
      await hear(stores);
      expect(await beat(stores, 'one', 0)).toBeUndefined();
      expect(await beat(stores, 'two', 4)).toBeUndefined();
      expect(await beat(stores, 'one', 9)).toBeUndefined();
      expect(await findGaps(stores)).toEqual([]);
      expect(await beat(stores, 'three', 60)).toEqual({
        from: at(9),
        to: at(60),
      });
      expect(await beat(stores, 'one', 61)).toBeUndefined();
      expect(await findGaps(stores)).toEqual([down(9, 60)]);
    });

    /** A start of a replica that receives from some sources. */
    const startWith = async (
      stores: TestStores,
      receiving: readonly string[],
      minute: number,
    ) => {
      await stores.silence.recordSetups({ receiving }, at(minute));
      await stores.silence.recordHeartbeat({
        replica: `started at ${minute}`,
        now: at(minute),
        tolerance: 5 * MINUTE,
        sourceIds: receiving,
      });
    };
    const off = { sourceId: 'test', from: at(0), cause: 'source-off' };

    it('has a gap of a source that pushed until it is received from again', async () => {
      const stores = await create();
      await hear(stores);
      await startWith(stores, ['test'], 0);
      await startWith(stores, [], 3);
      expect(await findGaps(stores)).toEqual([off]);
      // Other starts without it, with another source or none.
      await startWith(stores, ['other'], 4);
      for (const minute of [8, 12, 100, 199]) {
        await startWith(stores, [], minute);
      }
      expect(await findGaps(stores)).toEqual([off]);
      await startWith(stores, ['test', 'other'], 200);
      expect(await findGaps(stores)).toEqual([{ ...off, to: at(200) }]);
      await startWith(stores, ['test', 'other'], 202);
      expect(await findGaps(stores)).toEqual([{ ...off, to: at(200) }]);
      // Once more: from when it was received from last.
      await startWith(stores, [], 204);
      expect(await findGaps(stores)).toEqual([
        { ...off, to: at(200) },
        { ...off, from: at(202) },
      ]);
    });

    it('has one since all were down when the first start does not receive', async () => {
      const stores = await create();
      await hear(stores);
      await startWith(stores, ['test'], 0);
      await startWith(stores, [], 100);
      expect(await findGaps(stores)).toEqual([off]);
      await startWith(stores, ['test'], 101);
      expect(await findGaps(stores)).toEqual([{ ...off, to: at(101) }]);
    });

    it('has one of a source though replicas receive from others', async () => {
      const stores = await create();
      await hear(stores);
      await beat(stores, 'one', 0);
      for (const minute of [4, 8, 12]) {
        await stores.silence.recordHeartbeat({
          replica: 'two',
          now: at(minute),
          tolerance: 5 * MINUTE,
          sourceIds: ['other'],
        });
      }
      expect(await beat(stores, 'one', 13)).toEqual({
        from: at(0),
        to: at(13),
      });
      expect(await findGaps(stores)).toEqual([down(0, 13)]);
    });

    it.each(['collected', 'back-filled'] as const)(
      'has none of a source of which all was %s',
      async origin => {
        const stores = await create();
        const polled = received('"a"');
        await stores.documents.receive([
          { ...polled, document: { ...polled.document, origin } },
        ]);
        await normaliseWith(stores.documents, {
          limit: 9,
          now: at(0),
          normalise: normalised(statementOn('a')),
        });
        await startWith(stores, [], 0);
        await startWith(stores, [], 200);
        expect(await findGaps(stores)).toEqual([]);
      },
    );

    it.each(['catalog', 'people'])(
      'has none of %s, which nobody pushes for',
      async sourceId => {
        const stores = await create();
        const own = received('"a"');
        await stores.documents.receive([
          { ...own, document: { ...own.document, sourceId } },
        ]);
        await normaliseWith(stores.documents, {
          limit: 9,
          now: at(0),
          normalise: normalised({ ...statementOn('a'), sourceId }),
        });
        await startWith(stores, [], 0);
        await startWith(stores, [], 200);
        expect(await findGaps(stores)).toEqual([]);
      },
    );

    it('concerns the assets that the source ever reported on, and no others', async () => {
      const stores = await create();
      await hear(stores, 'a');
      await beat(stores, 'one', 0);
      await beat(stores, 'one', 60);
      expect(await findGaps(stores, 'b')).toEqual([]);
      const found = await stores.silence.findGaps(['b', 'a'].map(assetNamed));
      expect([...found.keys()]).toEqual(['component:default/a']);
    });

    it('marks those assets as due', async () => {
      const stores = await create();
      await stores.assets.save(
        ['a', 'b'].map(name => nodeNamed(name)),
        at(0),
      );
      await stores.assessments.install(installed, at(0));
      await hear(stores, 'a');
      await beat(stores, 'one', 0);
      await assessWith(stores.assessments, {
        limit: 9,
        now: at(1),
        decide: async due =>
          due.map(({ asset, controlId }) => ({
            entityRef: asset.entityRef,
            controlId,
            controlDigest: computeDigest('control'),
            status: 'satisfied' as const,
            reason: { code: 'test', params: {} },
            counts: { satisfied: 0, notAssessed: 0, notSatisfied: 0 },
            rows: [],
            asOf: at(1),
          })),
      });
      expect(await stores.assessments.countDue(at(100))).toBe(0);
      await beat(stores, 'one', 60);
      expect(
        await stores.assessments.countDue(at(100), 'component:default/a'),
      ).toBe(1);
      expect(await stores.assessments.countDue(at(100))).toBe(1);
    });

    it('whole rounds one after another make a gap between them good', async () => {
      const stores = await create();
      await hear(stores);
      await stores.targets.setTargets([onRepository('a')], at(0));
      await lookAt(stores, 1);
      await beat(stores, 'one', 10);
      await beat(stores, 'one', 60);
      expect(await findGaps(stores)).toEqual([down(10, 60)]);
      await lookAt(stores, 70);
      expect(await findGaps(stores)).toEqual([]);
      expect(await stores.silence.closeGaps(at(71))).toBe(1);
      expect(await stores.silence.closeGaps(at(72))).toBe(0);
    });

    it('a round covers no more than its collector looks back', async () => {
      const stores = await create();
      await hear(stores);
      await stores.targets.setTargets([onRepository('a')], at(0));
      await lookAt(stores, 1);
      await beat(stores, 'one', 10);
      await beat(stores, 'one', 60);
      await lookAt(stores, 70, at(40));
      expect(await findGaps(stores)).toEqual([down(10, 40)]);
      expect(await stores.silence.closeGaps(at(71))).toBe(0);
    });

    it('a gap stays open while an asset of the source is not polled', async () => {
      const stores = await create();
      await stores.assets.save(
        ['a', 'b'].map(name => nodeNamed(name)),
        at(0),
      );
      await hear(stores, 'a');
      await hear(stores, 'b');
      await stores.targets.setTargets([onRepository('a')], at(0));
      await lookAt(stores, 1);
      await beat(stores, 'one', 10);
      await beat(stores, 'one', 60);
      await lookAt(stores, 70);
      expect(await stores.silence.closeGaps(at(71))).toBe(0);
      expect(await findGaps(stores, 'a')).toEqual([]);
      expect(await findGaps(stores, 'b')).toEqual([down(10, 60)]);
    });

    it('a backfill covers the time from its start date to when it was started', async () => {
      const stores = await create();
      const { backfills, silence } = stores;
      await hear(stores);
      await stores.targets.setTargets([onRepository('a')], at(0));
      await beat(stores, 'one', 0);
      await beat(stores, 'one', 60);
      const asked = { sourceId: 'test', now: at(61) };
      await backfills.start({ ...asked, since: at(20) });
      const late = (await backfills.take(at(61), at(90)))!;
      await backfills.finish(late.id, at(62));
      expect(await findGaps(stores)).toEqual([down(0, 20)]);
      await backfills.start({ ...asked, since: at(0) });
      const whole = (await backfills.take(at(63), at(90)))!;
      await backfills.finish(whole.id, at(64));
      expect(await findGaps(stores)).toEqual([]);
      expect(await silence.closeGaps(at(65))).toBe(1);
    });

    it('an incomplete backfill covers nothing', async () => {
      const stores = await create();
      const { backfills } = stores;
      await hear(stores);
      await stores.targets.setTargets([onRepository('a')], at(0));
      await beat(stores, 'one', 0);
      await beat(stores, 'one', 60);
      await backfills.start({ sourceId: 'test', since: at(0), now: at(61) });
      const { id } = (await backfills.take(at(61), at(90)))!;
      await backfills.advance(id, { done: 1, flaw: '403', until: at(90) });
      await backfills.finish(id, at(62));
      expect(await findGaps(stores)).toEqual([down(0, 60)]);
    });

    it('a target that is not read whole for too long is silent', async () => {
      const stores = await create();
      const { silence, targets } = stores;
      await targets.setTargets([onRepository('a')], at(0));
      expect(
        await silence.recordSilentCollectors({
          since: at(0),
          now: at(10),
          receiving: [],
        }),
      ).toBe(0);
      expect(
        await silence.recordSilentCollectors({
          since: at(1),
          now: at(11),
          receiving: [],
        }),
      ).toBe(1);
      expect(
        await silence.recordSilentCollectors({
          since: at(2),
          now: at(12),
          receiving: [],
        }),
      ).toBe(0);
      const gap = {
        sourceId: 'test',
        from: at(0),
        cause: 'collector-silent',
      };
      expect(await findGaps(stores)).toEqual([gap]);
      await lookAt(stores, 20);
      expect(await findGaps(stores)).toEqual([]);
      await silence.recordSilentCollectors({
        since: at(30),
        now: at(40),
        receiving: [],
      });
      expect(await findGaps(stores)).toEqual([{ ...gap, from: at(20) }]);
    });

    it('a target that pushes is not silent before any round covered it', async () => {
      const stores = await create();
      const { silence, targets } = stores;
      await targets.setTargets([onRepository('a')], at(0));
      const options = { since: at(30), receiving: ['test'] };
      const note = (minute: number) =>
        silence.recordSilentCollectors({ ...options, now: at(minute) });
      expect(await note(40)).toBe(0);
      await lookAt(stores, 20);
      expect(await note(41)).toBe(1);
    });

    it('makes targets of the sources due when a gap ends', async () => {
      const stores = await create();
      const { targets } = stores;
      const other = { ...onRepository('a'), sourceId: 'other' };
      await targets.setTargets([onRepository('a'), other], at(0));
      const take = (minute: number, until: number) =>
        targets.take({ limit: 9, now: at(minute), until: at(until) });
      await take(0, 360);
      await beat(stores, 'one', 1);
      await beat(stores, 'one', 4);
      expect(await take(5, 365)).toEqual([]);
      await beat(stores, 'one', 60);
      const due = await take(60, 420);
      expect(due.map(({ sourceId }) => sourceId)).toEqual(['test']);
    });

    it('is no gap of an asset before anything was known of it', async () => {
      const stores = await create();
      await beat(stores, 'one', 0);
      await beat(stores, 'one', 60);
      const tell = async (name: string, minute: number) => {
        await stores.documents.receive([received(`"${name} ${minute}"`, 61)]);
        await normaliseWith(stores.documents, {
          limit: 9,
          now: at(61),
          normalise: normalised(statementOn(name, minute)),
        });
      };
      await tell('new', 61);
      await tell('younger', 20);
      await tell('old', -5);
      expect(await findGaps(stores, 'new')).toEqual([]);
      expect(await findGaps(stores, 'younger')).toEqual([down(20, 60)]);
      expect(await findGaps(stores, 'old')).toEqual([down(0, 60)]);
      // Evidence on what happened before makes it one again.
      await tell('new', -1);
      expect(await findGaps(stores, 'new')).toEqual([down(0, 60)]);
    });

    it('is a gap of an asset that was in the inventory', async () => {
      const stores = await create();
      await beat(stores, 'one', 0);
      await beat(stores, 'one', 60);
      await stores.documents.receive([received('"catalog"', 61)]);
      await normaliseWith(stores.documents, {
        limit: 9,
        now: at(61),
        normalise: normalised({
          ...statementOn('a', -1),
          subjects: [{ kind: 'entity', uri: 'component:default/a' }],
        }),
      });
      await stores.documents.receive([received('"told"', 62)]);
      await normaliseWith(stores.documents, {
        limit: 9,
        now: at(62),
        normalise: normalised(statementOn('a', 62)),
      });
      expect(await findGaps(stores)).toEqual([down(0, 60)]);
    });

    it('what was missed and read at once is noted, and no gap remains', async () => {
      const stores = await create();
      const { targets } = stores;
      await targets.setTargets([onRepository('a')], at(0));
      await lookAt(stores, 1);
      const [target] = await targets.take({
        limit: 1,
        now: at(50),
        until: at(80),
      });
      const missed = { expected: 3, received: 1, missed: 2 };
      const round = { ...wholeRound(50), ...missed, missedFrom: at(20) };
      const next = { dueAt: at(50), lookBackTo: at(-99) };
      await targets.finish(
        target!,
        { ...round, complete: false, covers: false, problem: 'x' },
        next,
      );
      expect(await findGaps(stores)).toMatchObject([
        { from: at(20), to: at(50), cause: 'deliveries-missed' },
      ]);
      await targets.finish(target!, round, next);
      expect(await findGaps(stores)).toEqual([]);
    });
  });
}
