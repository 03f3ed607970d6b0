import {
  type Criticality,
  type Digest,
  computeDigest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { assessWith } from '../testing/assessWith';
import { at, installed, nodeNamed } from '../testing/samples';
import type { TestStores } from '../testing/TestStores';
import { peopleSource, reviewDocument } from './ownSources';
import type { AssetSurroundings } from './Surroundings';
import { normaliseWith } from '../testing/normaliseWith';

const today = '2026-03-01';

const ref = (name: string) => `component:default/${name}`;

function buildSurroundings(
  name: string,
  input: Digest = computeDigest(name),
): AssetSurroundings {
  return {
    entityRef: ref(name),
    criticality: {
      level: 'critical-or-important',
      computed: 'critical-or-important',
      because: [
        { entityRef: 'resource:default/f1' },
        { entityRef: ref(name), relation: 'supported-by' },
      ],
      functions: ['resource:default/f1'],
    },
    missing: ['continuity', 'support'],
    record: computeDigest(`record of ${name}`),
    input,
  };
}

/** What holds for every RegisterStore. */
export function registerStoreContract(create: () => Promise<TestStores>) {
  describe('RegisterStore', () => {
    const started = async () => {
      const stores = await create();
      await stores.assets.save([nodeNamed('a'), nodeNamed('b')], at(0));
      return stores;
    };

    it('gives back what the graph tells, and replaces it', async () => {
      const { register } = await started();
      await register.saveSurroundings(
        [
          buildSurroundings('a'),
          buildSurroundings('b'),
          buildSurroundings('gone'),
        ],
        today,
      );
      const changed = { ...buildSurroundings('a'), missing: [] };
      await register.saveSurroundings([changed], today);
      const found = await register.find(ref('a'));
      expect(found?.criticality).toEqual(changed.criticality);
      expect(found?.missing).toEqual([]);
      expect(found?.record).toBe(changed.record);
      expect((await register.find(ref('b')))?.missing).toEqual([
        'continuity',
        'support',
      ]);
      expect(await register.find(ref('gone'))).toBeUndefined();
      expect([...(await register.listInputs()).keys()].sort()).toEqual([
        ref('a'),
        ref('b'),
      ]);
    });

    it('knows that a classification was lowered, until it is as high again', async () => {
      const { register } = await started();
      const save = async (day: string, declared?: Criticality) => {
        const { criticality, ...rest } = buildSurroundings('a');
        const item = {
          ...rest,
          criticality: { ...criticality, ...(declared && { declared }) },
        };
        await register.saveSurroundings([item], day);
        return (await register.find(ref('a')))?.criticality.lowered;
      };
      const from = 'important';
      expect(await save('2026-03-01', from)).toBeUndefined();
      const lowered = { from, on: '2026-03-02' };
      expect(await save('2026-03-02', 'standard')).toEqual(lowered);
      expect(await save('2026-03-03', 'standard')).toEqual(lowered);
      // Without a declaration, and then the lower one again.
      expect(await save('2026-03-04', from)).toBeUndefined();
      expect(await save('2026-03-05')).toEqual({ from, on: '2026-03-05' });
      expect(await save('2026-03-06', 'standard')).toEqual({
        from,
        on: '2026-03-06',
      });
      expect(await save('2026-03-07', 'critical-or-important')).toBe(undefined);
    });

    it('lists records until they were kept as evidence, and when they change', async () => {
      const { register } = await started();
      const unobserved = async (before = at(0)) =>
        (await register.listUnobserved({ before, limit: 10 })).map(
          ({ asset }) => asset.entityRef,
        );
      expect(await unobserved()).toEqual([]);
      await register.saveSurroundings(
        [buildSurroundings('a'), buildSurroundings('b')],
        today,
      );
      expect(await unobserved()).toEqual([ref('a'), ref('b')]);
      await register.recordObserved(
        [
          { entityRef: ref('a'), input: computeDigest('a') },
          { entityRef: ref('b'), input: computeDigest('another state') },
        ],
        at(5),
      );
      expect(await unobserved()).toEqual([ref('b')]);
      await register.saveSurroundings(
        [buildSurroundings('a', computeDigest('new'))],
        today,
      );
      expect(await unobserved()).toEqual([ref('a'), ref('b')]);
    });

    it('lists a record again when it was kept too long ago', async () => {
      const { register } = await started();
      await register.saveSurroundings([buildSurroundings('a')], today);
      await register.recordObserved(
        [{ entityRef: ref('a'), input: computeDigest('a') }],
        at(5),
      );
      const limit = 10;
      expect(
        await register.listUnobserved({ before: at(4), limit }),
      ).toHaveLength(0);
      expect(
        await register.listUnobserved({ before: at(5), limit }),
      ).toHaveLength(1);
    });

    it('knows who reviewed when, also after the graph changed', async () => {
      const { register } = await started();
      await register.recordReview(ref('a'), '2026-03-01', 'user:default/anna');
      await register.saveSurroundings([buildSurroundings('a')], today);
      expect((await register.find(ref('a')))?.review).toEqual({
        on: '2026-03-01',
        by: 'user:default/anna',
      });
    });

    it('knows reviews from their evidence when an asset comes back', async () => {
      const { assets, register, documents } = await started();
      const review = reviewDocument({
        entityRef: ref('a'),
        record: computeDigest('record'),
        reviewer: {
          system: 'backstage',
          login: 'user:default/anna',
          kind: 'human',
        },
        reviewedAt: at(3),
      });
      await documents.receive([review]);
      await normaliseWith(documents, {
        limit: 10,
        now: at(4),
        normalise: queued => peopleSource.normalise(queued),
      });
      const reviewed = { on: at(3).slice(0, 10), by: 'user:default/anna' };
      expect((await register.find(ref('a')))?.review).toEqual(reviewed);
      await assets.remove([ref('a')]);
      await assets.save([nodeNamed('a')], at(5));
      expect((await register.find(ref('a')))?.review).toEqual(reviewed);
    });

    it('takes nothing for complete before the graph was looked at', async () => {
      const { assets, register } = await started();
      await register.saveSurroundings(
        [{ ...buildSurroundings('a'), missing: [] }],
        today,
      );
      await assets.save([nodeNamed('a', { location: 'x' })], at(5));
      const found = await register.find(ref('a'));
      expect(found?.missing).toContain('continuity');
      expect(found?.record).toBe('');
      expect((await register.listInputs()).size).toBe(0);
    });

    it('names nodes with how critical they are', async () => {
      const { register } = await started();
      await register.saveCriticalities(
        new Map([
          [ref('a'), 'important' as const],
          [ref('b'), undefined],
        ]),
        at(0),
      );
      const names = await register.names([ref('a'), ref('b'), ref('gone')]);
      expect(names.get(ref('a'))).toEqual({
        entityRef: ref('a'),
        node: 'asset',
        title: 'a',
        criticality: 'important',
      });
      expect(names.get(ref('b'))).not.toHaveProperty('criticality');
      expect(names.size).toBe(2);
    });

    it('has assets assessed again whose criticality changed', async () => {
      const { register, assessments } = await started();
      await assessments.install(installed, at(0));
      const assess = (minutes: number) =>
        assessWith(assessments, {
          limit: 9,
          now: at(minutes),
          decide: async () => [],
        });
      await assess(1);
      const levels = new Map([[ref('a'), 'standard' as const]]);
      await register.saveCriticalities(levels, at(2));
      const claim = await assessments.claim({ limit: 9, now: at(3) });
      expect(claim.pairs).toMatchObject([
        { entityRef: ref('a'), criticality: 'standard' },
      ]);
      await assessments.complete(claim, claim.pairs, at(3));
      await register.saveCriticalities(levels, at(4));
      expect(await assessments.countDue(at(5))).toBe(0);
    });

    it('finds what a provider declares, and no other node as one', async () => {
      const { assets, register } = await started();
      const provider = {
        node: 'provider' as const,
        entityRef: 'resource:default/octoforge',
        title: 'Octoforge',
        links: [],
        declared: { contract: 'CTR-1' },
        problems: [],
      };
      await assets.save([provider], at(0));
      expect(await register.findProvider(provider.entityRef)).toEqual({
        contract: 'CTR-1',
      });
      expect(await register.findProvider(ref('a'))).toBeUndefined();
    });
  });
}
