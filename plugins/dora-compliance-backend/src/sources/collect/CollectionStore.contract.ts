import {
  nodeNamed,
  normalised,
  at,
  received,
  statementOn,
} from '../../testing/samples';
import type { TestStores } from '../../testing/TestStores';
import type { Round } from './CollectionStore';
import { listTargets } from './listTargets';
import { normaliseWith } from '../../testing/normaliseWith';

export const onRepository = (name: string) => ({
  sourceId: 'test',
  kind: 'repository' as const,
  uri: `https://github.com/Bank/${name}`,
});

/** A round at a minute that read everything. */
export function wholeRound(minute: number): Round {
  return {
    startedAt: at(minute),
    finishedAt: at(minute + 1),
    complete: true,
    covers: true,
    parts: [{ part: 'settings', complete: true }],
    expected: 0,
    received: 0,
    missed: 0,
  };
}

/** What holds for every CollectionStore. */
export function collectionStoreContract(create: () => Promise<TestStores>) {
  describe('CollectionStore', () => {
    const next = { dueAt: at(360), lookBackTo: at(-1000) };
    const takeAll = (stores: TestStores, minute: number) =>
      stores.targets.take({
        limit: 10,
        now: at(minute),
        until: at(minute + 30),
      });

    it('reads the assets page by page', async () => {
      const stores = await create();
      const nodes = ['b', 'a'].map(name => nodeNamed(name));
      await stores.assets.save(nodes, at(0));
      const found: unknown[] = [];
      for await (const assets of stores.targets.assets()) {
        found.push(...assets.flatMap(listTargets));
      }
      expect(found).toEqual([
        { kind: 'repository', uri: 'https://github.com/bank/a' },
        { kind: 'repository', uri: 'https://github.com/bank/b' },
      ]);
    });

    it('new targets are due, in the case of the catalog', async () => {
      const stores = await create();
      await stores.targets.setTargets([onRepository('Ledger')], at(0));
      expect(await takeAll(stores, 0)).toEqual([
        { ...onRepository('Ledger'), addedAt: at(0) },
      ]);
    });

    it('what is taken comes up again when its taker was killed', async () => {
      const stores = await create();
      await stores.targets.setTargets([onRepository('a')], at(0));
      expect(await takeAll(stores, 0)).toHaveLength(1);
      expect(await takeAll(stores, 29)).toHaveLength(0);
      expect(await takeAll(stores, 30)).toHaveLength(1);
    });

    it('leaves the targets of sources that rest alone', async () => {
      const { targets } = await create();
      await targets.setTargets([onRepository('a')], at(0));
      const take = (resting: string[]) =>
        targets.take({ limit: 9, now: at(0), until: at(30), resting });
      expect(await take(['test'])).toEqual([]);
      expect(await take(['other'])).toHaveLength(1);
    });

    it('two takers never get the same target', async () => {
      const stores = await create();
      const all = Array.from({ length: 12 }, (_, n) => onRepository(`r${n}`));
      await stores.targets.setTargets(all, at(0));
      const takeOne = () =>
        stores.targets.take({ limit: 3, now: at(0), until: at(30) });
      const taken = (
        await Promise.all([takeOne(), takeOne(), takeOne(), takeOne()])
      ).flat();
      const rest = await takeAll(stores, 0);
      const uris = [...taken, ...rest].map(({ uri }) => uri);
      expect(uris).toHaveLength(12);
      expect(new Set(uris).size).toBe(12);
    });

    it('setting targets again moves none that stay', async () => {
      const stores = await create();
      const { targets } = stores;
      await targets.setTargets([onRepository('a'), onRepository('b')], at(0));
      const [first] = await takeAll(stores, 0);
      await targets.finish(first!, wholeRound(0), next);
      await targets.setTargets([onRepository('A'), onRepository('c')], at(5));
      expect((await takeAll(stores, 6)).map(({ uri }) => uri)).toEqual([
        onRepository('c').uri,
      ]);
      expect(await takeAll(stores, 360)).toContainEqual({
        ...onRepository('A'),
        addedAt: at(0),
        lastCompleteAt: at(0),
      });
    });

    it('a round that missed a setting covers the time before it', async () => {
      const { targets } = await create();
      await targets.setTargets([onRepository('a')], at(0));
      const [due] = await targets.take({
        limit: 1,
        now: at(0),
        until: at(30),
      });
      const problem = 'It answered 403';
      const round = { ...wholeRound(1), complete: false, problem };
      await targets.finish(due!, round, { ...next, dueAt: at(400) });
      const [target] = await targets.take({
        limit: 1,
        now: at(400),
        until: at(430),
      });
      expect(target?.lastCompleteAt).toBe(at(1));
    });

    it('a round that covers nothing leaves the last that did', async () => {
      const stores = await create();
      const { targets } = stores;
      await targets.setTargets([onRepository('a')], at(0));
      for (const round of [
        wholeRound(1),
        {
          ...wholeRound(90),
          complete: false,
          covers: false,
          problem: 'It answered 403',
        },
      ]) {
        const [target] = await takeAll(stores, 400);
        await targets.finish(target!, round, { ...next, dueAt: at(400) });
      }
      const [target] = await takeAll(stores, 400);
      expect(target?.lastCompleteAt).toBe(at(1));
    });

    it('collecting now makes targets of the source due', async () => {
      const stores = await create();
      const { targets } = stores;
      const all = [onRepository('a'), onRepository('b')];
      await targets.setTargets(all, at(0));
      const taken = await takeAll(stores, 0);
      for (const target of taken) {
        await targets.finish(target, wholeRound(0), next);
      }
      const { uri } = onRepository('b');
      expect(await targets.collectNow('test', uri, at(9))).toBe(1);
      expect(await targets.collectNow('other', undefined, at(9))).toBe(0);
      expect((await takeAll(stores, 9)).map(one => one.uri)).toEqual([uri]);
      expect(await targets.collectNow('test', undefined, at(10))).toBe(2);
    });

    it('finds what was pushed before an instant, however late it was read', async () => {
      const stores = await create();
      const { targets, documents } = stores;
      const collected = received('2', 1);
      await documents.receive([
        received('1', 4),
        {
          ...collected,
          document: { ...collected.document, origin: 'collected' },
        },
      ]);
      expect(await targets.waitingSince('test', at(0))).toBe(at(4));
      expect(await targets.waitingSince('test', at(5))).toBeUndefined();
      await normaliseWith(documents, {
        limit: 2,
        now: at(90),
        normalise: ({ document }) =>
          normalised(statementOn(document.origin === 'pushed' ? 'a' : 'b'))(),
      });
      expect(await targets.waitingSince('test', at(0))).toBeUndefined();
      const keys = ['a', 'b'].map(
        it => `repository|https://github.com/bank/${it}`,
      );
      expect(await targets.findReportedBefore(keys, at(5))).toEqual(
        new Set([keys[0]]),
      );
      expect(await targets.findReportedBefore(keys, at(4))).toEqual(new Set());
    });
  });
}
