import { assetNamed, at, nodeNamed } from '../../testing/samples';
import type { TestStores } from '../../testing/TestStores';
import { onRepository, wholeRound } from '../collect/CollectionStore.contract';

/** What holds for every BackfillStore. */
export function backfillStoreContract(create: () => Promise<TestStores>) {
  describe('BackfillStore', () => {
    const asked = { sourceId: 'test', since: at(-1000), now: at(0) };
    const created = async (...names: string[]) => {
      const stores = await create();
      await stores.targets.setTargets(names.map(onRepository), at(0));
      return stores.backfills;
    };

    it('is queued for all targets of a source, or for one', async () => {
      const store = await created('a', 'b');
      const { uri } = onRepository('a');
      expect(await store.start({ ...asked, target: uri })).toBe(1);
      expect(await store.start({ ...asked, target: 'https://x' })).toBe(0);
      // The one of `a` stands for another that goes no further back.
      expect(await store.start(asked)).toBe(1);
      expect(await store.start({ ...asked, since: at(-2000) })).toBe(2);
    });

    it('is queued once for each target that never had one', async () => {
      const store = await created('a', 'b');
      await store.start({ ...asked, target: onRepository('a').uri });
      const { since, now } = asked;
      expect(await store.onboard({ since, now })).toBe(1);
      expect(await store.onboard({ since: at(-9000), now: at(5) })).toBe(0);
      const taken = [
        await store.take(at(1), at(31)),
        await store.take(at(1), at(31)),
      ];
      for (const { id } of taken as { id: string }[]) {
        await store.finish(id, at(2));
      }
      expect(await store.onboard({ since, now: at(9) })).toBe(0);
    });

    it('is queued again for a target that left and came back', async () => {
      const stores = await create();
      const { targets, backfills: store, silence } = stores;
      const { since } = asked;
      await targets.setTargets([onRepository('a')], at(0));
      expect(await store.onboard({ since, now: at(0) })).toBe(1);
      const [due] = await targets.take({ limit: 1, now: at(0), until: at(9) });
      const next = { dueAt: at(360), lookBackTo: at(-1000) };
      await targets.finish(due!, wholeRound(1), next);
      await targets.setTargets([], at(100));
      await targets.setTargets([onRepository('a')], at(200));
      await stores.assets.save([nodeNamed('a')], at(200));
      expect(await store.onboard({ since, now: at(200) })).toBe(1);
      expect(await store.onboard({ since, now: at(201) })).toBe(0);
      const gaps = [...(await silence.findGaps([assetNamed('a')])).values()];
      expect(gaps.flat()).toEqual([
        {
          sourceId: 'test',
          from: at(1),
          to: at(200),
          cause: 'collector-silent',
          detail: expect.stringContaining('target-not-in-catalog'),
        },
      ]);
    });

    it('ends with its target', async () => {
      const stores = await create();
      await stores.targets.setTargets([onRepository('a')], at(0));
      await stores.backfills.start(asked);
      await stores.targets.setTargets([], at(1));
      expect(await stores.backfills.take(at(2), at(32))).toBeUndefined();
    });

    it('leaves sources that rest alone', async () => {
      const store = await created('a');
      await store.start(asked);
      expect(await store.take(at(1), at(31), ['test'])).toBeUndefined();
      expect(await store.take(at(1), at(31), ['other'])).toBeDefined();
    });

    it('resumes where it was if the process that took it ended', async () => {
      const store = await created('a');
      await store.start(asked);
      const first = await store.take(at(1), at(31));
      expect(first).toEqual({
        ...onRepository('a'),
        id: expect.any(String),
        since: at(-1000),
        attempts: 0,
      });
      await store.advance(first!.id, { cursor: 'p2', done: 9, until: at(40) });
      expect(await store.take(at(39), at(60))).toBeUndefined();
      expect(await store.take(at(40), at(60))).toEqual({
        ...first,
        cursor: 'p2',
      });
    });

    it('waits until it may be retried', async () => {
      const store = await created('a');
      await store.start(asked);
      const { id } = (await store.take(at(1), at(31)))!;
      await store.pause(id, {
        problem: 'Slow down',
        nextAt: at(50),
        attempts: 3,
        now: at(2),
      });
      expect(await store.take(at(49), at(90))).toBeUndefined();
      expect(await store.take(at(50), at(90))).toMatchObject({ attempts: 3 });
    });

    it('that waits goes on when it is asked for again', async () => {
      const store = await created('a', 'b');
      const { uri } = onRepository('a');
      await store.start(asked);
      for (let n = 0; n < 2; n += 1) {
        const due = (await store.take(at(1), at(31)))!;
        const nextAt = at(500);
        await store.pause(due.id, { nextAt, attempts: 9, now: at(2) });
      }
      expect(await store.start({ ...asked, target: uri, now: at(9) })).toBe(0);
      expect(await store.take(at(9), at(90))).toMatchObject({ uri });
      expect(await store.take(at(9), at(90))).toBeUndefined();
    });

    it('is over when it was given up, or at its end', async () => {
      const store = await created('a', 'b');
      await store.start(asked);
      const one = (await store.take(at(1), at(31)))!;
      const other = (await store.take(at(1), at(31)))!;
      await store.pause(one.id, { problem: 'x', attempts: 9, now: at(2) });
      await store.finish(other.id, at(2));
      expect(await store.take(at(999), at(1000))).toBeUndefined();
    });

    describe('of a gap', () => {
      const day = 24 * 60;
      const close = (stores: TestStores, minute: number, lookBackTo = -day) =>
        stores.backfills.closeGaps({
          sourceIds: ['test'],
          lookBackTo: at(minute + lookBackTo),
          reach: at(minute - 90 * day),
          now: at(minute),
        });
      /** Targets, and a gap that ends at a minute. */
      const withGap = async (from: number, to: number, ...names: string[]) => {
        const stores = await create();
        await stores.targets.setTargets(names.map(onRepository), at(from - 10));
        for (const now of [from, to]) {
          await stores.silence.recordHeartbeat({
            replica: 'one',
            now: at(now),
            tolerance: 60_000,
            sourceIds: ['test'],
          });
        }
        return stores;
      };

      it('is queued for targets whose rounds do not reach it, once', async () => {
        const stores = await withGap(0, 2 * day, 'a', 'b');
        expect(await close(stores, 2 * day)).toBe(2);
        expect(await close(stores, 2 * day + 1)).toBe(0);
        const found = await stores.backfills.take(at(2 * day), at(3 * day));
        expect(found).toMatchObject({ since: at(0) });
      });

      it('is not queued where the next round reaches it', async () => {
        const stores = await withGap(0, 60, 'a');
        expect(await close(stores, 61)).toBe(0);
      });

      it('is not queued for what was asked about since', async () => {
        const stores = await withGap(0, 2 * day, 'a');
        await stores.targets.take({ limit: 1, now: at(0), until: at(1) });
        const target = { ...onRepository('a'), addedAt: at(-10) };
        await stores.targets.finish(target, wholeRound(2 * day), {
          dueAt: at(3 * day),
          lookBackTo: at(-10),
        });
        expect(await close(stores, 2 * day + 1)).toBe(0);
      });

      it('is not queued for what no control looks back at', async () => {
        const stores = await withGap(0, 2 * day, 'a');
        expect(await close(stores, 93 * day)).toBe(0);
      });

      it('is not queued for what nobody knew of then', async () => {
        const stores = await withGap(0, 2 * day);
        await stores.targets.setTargets([onRepository('new')], at(3 * day));
        expect(await close(stores, 3 * day + 1)).toBe(0);
      });

      it('is queued again when rounds cover since one failed', async () => {
        const stores = await withGap(0, 2 * day, 'a');
        await close(stores, 2 * day);
        const { id } = (await stores.backfills.take(at(2 * day), at(3 * day)))!;
        const flaw = 'It answered 403';
        await stores.backfills.advance(id, {
          done: 0,
          flaw,
          until: at(3 * day),
        });
        await stores.backfills.finish(id, at(2 * day + 1));
        expect(await close(stores, 4 * day)).toBe(0);
        const target = { ...onRepository('a'), addedAt: at(-10) };
        await stores.targets.finish(target, wholeRound(4 * day), {
          dueAt: at(5 * day),
          lookBackTo: at(3 * day),
        });
        expect(await close(stores, 4 * day + 1)).toBe(1);
      });
    });
  });
}
