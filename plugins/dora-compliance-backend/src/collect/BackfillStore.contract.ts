import { assetNamed, at, nodeNamed } from '../testing/samples';
import type { TestStores } from '../testing/TestStores';
import { onRepository, wholeRound } from './CollectionStore.contract';

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
      const gaps = [...(await silence.gapsOf([assetNamed('a')])).values()];
      expect(gaps.flat()).toEqual([
        {
          sourceId: 'test',
          from: at(1),
          to: at(200),
          cause: 'collector-silent',
          detail: expect.stringContaining('was not in the catalog'),
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

    it('goes on where it was when its taker was killed', async () => {
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

    it('is laid by until it may be tried again', async () => {
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
  });
}
