import { computeDigest } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { assetNamed, at, installed, nodeNamed } from '../testing/samples';
import type { TestStores } from '../testing/TestStores';
import { digestOfNode } from './assetRow';

/** What holds for every AssetStore. */
export function assetStoreContract(create: () => Promise<TestStores>) {
  const asset = assetNamed('a');
  const node = nodeNamed('a');
  const digest = digestOfNode(node);
  const { entityRef } = asset;

  describe('AssetStore', () => {
    it('gives back what was saved, and its digest', async () => {
      const { assets } = await create();
      await assets.save([node], at(0));
      expect(await assets.find(entityRef)).toEqual(asset);
      expect(await assets.find('component:default/b')).toBeUndefined();
      expect(await assets.listKnown()).toEqual([{ entityRef, digest }]);
    });

    it('notes the ownership last observed', async () => {
      const { assets } = await create();
      await assets.save([node], at(0));
      const ownership = { digest: computeDigest('x'), observedAt: at(7) };
      await assets.recordOwnership([
        { entityRef, ownership },
        { entityRef: 'component:default/gone', ownership },
      ]);
      expect(await assets.listKnown()).toEqual([
        { entityRef, digest, ownership },
      ]);
    });

    it('makes all controls of a changed asset due', async () => {
      const { assets, assessments } = await create();
      await assessments.install(installed, at(0));
      await assets.save([node], at(1));
      expect(await assessments.countDue(at(2), entityRef)).toBe(1);
      expect(await assessments.countDue(at(0))).toBe(0);
    });

    it('forgets what left the catalog', async () => {
      const { assets, assessments } = await create();
      await assessments.install(installed, at(0));
      await assets.save([node, nodeNamed('b')], at(1));
      await assets.remove([entityRef]);
      expect(await assets.find(entityRef)).toBeUndefined();
      expect(await assessments.countDue(at(2))).toBe(1);
    });

    it('knows systems and functions, which are no assets', async () => {
      const { assets, assessments, register } = await create();
      await assessments.install(installed, at(0));
      const system = {
        node: 'system' as const,
        entityRef: 'system:default/payments',
        title: 'Payments',
        links: [],
      };
      await assets.save([system], at(0));
      expect(await assets.find(system.entityRef)).toBeUndefined();
      expect(await assessments.countDue(at(1))).toBe(0);
      expect([...(await register.names([system.entityRef])).values()]).toEqual([
        { entityRef: system.entityRef, node: 'system', title: 'Payments' },
      ]);
    });

    it('has no asset any more where an entity turned into a function', async () => {
      const { assets } = await create();
      await assets.save([node], at(0));
      await assets.save(
        [
          {
            node: 'function',
            entityRef,
            title: 'F',
            links: [],
            declared: {},
            problems: [],
          },
        ],
        at(1),
      );
      expect(await assets.find(entityRef)).toBeUndefined();
    });
  });
}
