import { at } from '../testing/samples';
import type { DiscoveryStore } from './DiscoveryStore';

/** What holds for every DiscoveryStore. */
export function discoveryStoreContract(create: () => Promise<DiscoveryStore>) {
  describe('DiscoveryStore', () => {
    const source = 'github:github.com/bank';
    const complete = {
      source,
      state: 'complete' as const,
      pipelines: 15,
      at: at(1),
    };
    const failed = {
      source,
      state: 'failed' as const,
      failure: 'It answered 403.',
      at: at(2),
    };

    it('knows what a failed discovery found before', async () => {
      const store = await create();
      await store.note(complete);
      await store.note(failed);
      expect(await store.list()).toEqual([
        { ...failed, pipelines: 15, lastComplete: at(1) },
      ]);
    });

    it('is not moved by reports that come late', async () => {
      const store = await create();
      await store.note(failed);
      await store.note(complete);
      expect(await store.list()).toEqual([failed]);
    });

    it('forgets the failure when all was read again', async () => {
      const store = await create();
      await store.note(failed);
      await store.note({ ...complete, at: at(3) });
      expect(await store.list()).toEqual([
        { ...complete, at: at(3), lastComplete: at(3) },
      ]);
    });
  });
}
