import {
  type Assessment,
  computeDigest,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  assetNamed,
  at,
  control,
  installed,
  nodeNamed,
  normalised,
  received,
  statementOn,
} from '../testing/samples';
import { assessWith } from '../testing/assessWith';
import { normaliseWith } from '../testing/normaliseWith';
import type { TestStores } from '../testing/TestStores';
import type { DecidedPair, PairClaim } from './ClaimedPair';

/** Finds all pairs of a claim satisfied. */
const decideAll = ({ pairs }: PairClaim, asOf: Instant): DecidedPair[] =>
  pairs.map(pair => {
    const assessment: Assessment = {
      entityRef: pair.entityRef,
      controlId: pair.controlId,
      controlDigest: computeDigest('control'),
      status: 'satisfied',
      reason: { code: 'test', params: {} },
      counts: { satisfied: 0, notAssessed: 0, notSatisfied: 0 },
      rows: [],
      asOf,
    };
    return { ...pair, assessment };
  });

const evidenceCame = async ({ documents }: TestStores, minutes: number) => {
  await documents.receive([received(`[${minutes}]`, minutes)]);
  await normaliseWith(documents, {
    limit: 9,
    now: at(minutes),
    normalise: normalised(statementOn('a', minutes)),
  });
};

/** What holds for claims of every AssessmentStore. */
export function claimedPairsContract(create: () => Promise<TestStores>) {
  describe('claims of an AssessmentStore', () => {
    const withAssets = async (...names: string[]) => {
      const stores = await create();
      await stores.assessments.install(installed, at(0));
      await stores.assets.save(
        names.map(name => nodeNamed(name)),
        at(0),
      );
      return stores;
    };
    const refs = ({ pairs }: PairClaim) => pairs.map(pair => pair.entityRef);

    it('have no pair in common', async () => {
      const { assessments } = await withAssets('a', 'b', 'c', 'd', 'e');
      const claims = await Promise.all(
        [1, 2, 3].map(() => assessments.claim({ limit: 2, now: at(1) })),
      );
      const all = claims.flatMap(refs);
      expect(new Set(all).size).toBe(all.length);
      expect(all).toHaveLength(5);
    });

    it('expire, and then count for nothing', async () => {
      const { assessments } = await withAssets('a');
      const crashed = await assessments.claim({ limit: 9, now: at(1) });
      const early = await assessments.claim({ limit: 9, now: at(1) });
      expect(early.pairs).toEqual([]);
      const next = await assessments.claim({ limit: 9, now: at(2) });
      expect(next.pairs).toEqual(crashed.pairs);
      const late = decideAll(crashed, at(1));
      const nothing = { worked: 0, failed: [] };
      expect(await assessments.complete(crashed, late, at(2))).toEqual(nothing);
      expect(await assessments.results(refs(crashed)[0]!)).toEqual(new Map());
      const one = decideAll(next, at(2));
      expect(await assessments.complete(next, one, at(2))).toEqual({
        worked: 1,
        failed: [],
      });
      expect(await assessments.complete(next, one, at(2))).toEqual(nothing);
      expect(await assessments.countDue(at(2))).toBe(0);
    });

    it('give back what was not decided', async () => {
      const { assessments } = await withAssets('a', 'b', 'c');
      const claim = await assessments.claim({ limit: 9, now: at(1) });
      const [first] = decideAll(claim, at(1));
      await assessments.complete(claim, [first!], at(1));
      const rest = await assessments.claim({ limit: 9, now: at(1) });
      expect(refs(rest)).toEqual(refs(claim).slice(1));
      await assessments.release(rest);
      const again = await assessments.claim({ limit: 9, now: at(1) });
      expect(refs(again)).toEqual(refs(rest));
      // The claim before has nothing left to give back.
      await assessments.release(rest);
      const none = await assessments.claim({ limit: 9, now: at(1) });
      expect(none.pairs).toEqual([]);
    });

    it('keep a pair due that has new evidence meanwhile', async () => {
      const stores = await withAssets('a', 'b');
      const { assessments } = stores;
      const claim = await assessments.claim({ limit: 9, now: at(1) });
      await evidenceCame(stores, 3);
      await assessments.complete(claim, decideAll(claim, at(1)), at(4));
      // What was decided shows at once, and is decided again.
      const { entityRef } = assetNamed('a');
      expect((await assessments.results(entityRef)).size).toBe(1);
      const queue = await assessments.queue(at(5));
      expect(queue).toEqual({ length: 1, age: 120 });
      const again = await assessments.claim({ limit: 9, now: at(5) });
      expect(refs(again)).toEqual([entityRef]);
      await assessments.complete(again, decideAll(again, at(5)), at(5));
      expect(await assessments.countDue(at(5))).toBe(0);
    });

    it('keep a pair due that failed and has new evidence meanwhile', async () => {
      const stores = await withAssets('a');
      const { assessments } = stores;
      const claim = await assessments.claim({ limit: 9, now: at(1) });
      await evidenceCame(stores, 3);
      const failed = claim.pairs.map(pair => ({ ...pair, error: new Error() }));
      await assessments.complete(claim, failed, at(4));
      expect(await assessments.countDue(at(4))).toBe(1);
    });

    it('forget a pair whose control is no longer installed', async () => {
      const { assessments } = await withAssets('a');
      const claim = await assessments.claim({ limit: 9, now: at(1) });
      await assessments.install([], at(2));
      await assessments.complete(claim, decideAll(claim, at(1)), at(2));
      expect(await assessments.results(assetNamed('a').entityRef)).toEqual(
        new Map(),
      );
    });

    it('end when what they read fails', async () => {
      const { assessments } = await withAssets('a');
      const gone = Object.assign(new Error('gone'), { code: '57P01' });
      const now = at(1);
      const decide = async () => Promise.reject(gone);
      const work = assessWith(assessments, { limit: 9, now, decide });
      await expect(work).rejects.toThrow('gone');
      const next = await assessments.claim({ limit: 9, now });
      expect(next.pairs).toMatchObject([{ controlId: control.id }]);
    });
  });
}
