import {
  canonicalJson,
  digestOf,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { assetNamed, at, installed } from '../testing/samples';
import type { TestStores } from '../testing/TestStores';

/** What holds for every AssetStore. */
export function assetStoreContract(create: () => Promise<TestStores>) {
  const asset = assetNamed('a');
  const digest = digestOf(canonicalJson(asset));

  describe('AssetStore', () => {
    it('gives back what was saved, and its digest', async () => {
      const { assets } = await create();
      await assets.save([asset], at(0));
      expect(await assets.find(asset.entityRef)).toEqual(asset);
      expect(await assets.find('component:default/b')).toBeUndefined();
      expect(await assets.listKnown()).toEqual([
        { entityRef: asset.entityRef, digest },
      ]);
    });

    it('notes the ownership last observed', async () => {
      const { assets } = await create();
      await assets.save([asset], at(0));
      const ownership = { digest: digestOf('x'), observedAt: at(7) };
      await assets.noteOwnership([
        { entityRef: asset.entityRef, digest, ownership },
      ]);
      expect(await assets.listKnown()).toEqual([
        { entityRef: asset.entityRef, digest, ownership },
      ]);
    });

    it('makes all controls of a changed asset due', async () => {
      const { assets, assessments } = await create();
      await assessments.install(installed, at(0));
      await assets.save([asset], at(1));
      expect(await assessments.countDue(at(2), asset.entityRef)).toBe(1);
      expect(await assessments.countDue(at(0))).toBe(0);
    });

    it('forgets what left the catalog', async () => {
      const { assets, assessments } = await create();
      await assessments.install(installed, at(0));
      await assets.save([asset, assetNamed('b')], at(1));
      await assets.remove([asset.entityRef]);
      expect(await assets.find(asset.entityRef)).toBeUndefined();
      expect(await assessments.countDue(at(2))).toBe(1);
    });
  });
}
