import {
  type Assessment,
  type ControlStatus,
  computeDigest,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  assetNamed,
  nodeNamed,
  at,
  control,
  installed,
  normalised,
  organizationRead,
  received,
  statementOn,
} from '../testing/samples';
import type { TestStores } from '../testing/TestStores';
import type { DecidablePair, FailedPair } from './ClaimedPair';
import { normaliseWith } from '../testing/normaliseWith';
import { assessWith } from '../testing/assessWith';

/** What holds for every AssessmentStore. */
export function assessmentStoreContract(create: () => Promise<TestStores>) {
  const asset = assetNamed('a');

  const found = (
    status: ControlStatus,
    asOf: Instant,
    validUntil?: Instant,
  ): Assessment => ({
    entityRef: asset.entityRef,
    controlId: control.id,
    controlDigest: computeDigest('control'),
    status,
    reason: { code: 'test', params: {} },
    counts: { satisfied: 0, notAssessed: 0, notSatisfied: 0 },
    rows: [],
    asOf,
    ...(validUntil && { validUntil }),
  });

  const decideAs =
    ({ assessments }: TestStores) =>
    (assessment: Assessment) =>
      assessWith(assessments, {
        limit: 10,
        now: assessment.asOf,
        decide: async due =>
          due.map(({ controlId }) => ({ ...assessment, controlId })),
      });

  async function prepared() {
    const stores = await create();
    await stores.assessments.install(installed, at(0));
    await stores.assets.save([nodeNamed('a')], at(0));
    return stores;
  }

  describe('AssessmentStore', () => {
    it('decides what is due, once', async () => {
      const stores = await prepared();
      const decide = decideAs(stores);
      expect(await decide(found('satisfied', at(1)))).toBe(1);
      expect(await decide(found('satisfied', at(2)))).toBe(0);
      const current = await stores.assessments.current(asset.entityRef);
      expect(current.get(control.id)).toEqual({
        assessment: found('satisfied', at(1)),
        assessedAt: at(1),
      });
    });

    it('tells what was found without the rows, and of one control', async () => {
      const stores = await prepared();
      const assessed = found('satisfied', at(1), at(5));
      await decideAs(stores)(assessed);
      const { status, reason, counts } = assessed;
      const { assessments } = stores;
      expect(await assessments.results(asset.entityRef)).toEqual(
        new Map([
          [
            control.id,
            {
              assessment: { status, reason, counts },
              assessedAt: at(1),
              validUntil: at(5),
            },
          ],
        ]),
      );
      const of = async (controlId: string) =>
        (await assessments.current(asset.entityRef, controlId)).size;
      expect([await of(control.id), await of('other')]).toEqual([1, 0]);
    });

    it('tells what counted at an instant', async () => {
      const stores = await prepared();
      await decideAs(stores)(found('satisfied', at(1), at(5)));
      await decideAs(stores)(found('not-satisfied', at(5)));
      const statusAt = async (minutes: number, controlId = control.id) =>
        (
          await stores.assessments.recordedAt(
            asset.entityRef,
            controlId,
            at(minutes),
          )
        )?.status;
      expect([
        await statusAt(0),
        await statusAt(1),
        await statusAt(4),
        await statusAt(5),
        await statusAt(9),
        await statusAt(9, 'other'),
      ]).toEqual([
        undefined,
        'satisfied',
        'satisfied',
        'not-satisfied',
        'not-satisfied',
        undefined,
      ]);
    });

    it('comes back to it when time may change the answer', async () => {
      const stores = await prepared();
      await decideAs(stores)(found('satisfied', at(1), at(5)));
      expect(await stores.assessments.countDue(at(4))).toBe(0);
      expect(await stores.assessments.countDue(at(5))).toBe(1);
    });

    it('makes an asset due when evidence about it is kept', async () => {
      const stores = await prepared();
      await decideAs(stores)(found('satisfied', at(1), at(500)));
      await stores.documents.receive([received('1', 2)]);
      await normaliseWith(stores.documents, {
        limit: 10,
        now: at(3),
        normalise: normalised(statementOn('a')),
      });
      expect(await stores.assessments.countDue(at(3))).toBe(1);
    });

    it('makes an asset due once by evidence about several things of it', async () => {
      const stores = await prepared();
      const repositories = ['a', 'b'].map(
        name => `https://github.com/bank/${name}`,
      );
      const node = nodeNamed('a');
      await stores.assets.save(
        [{ ...node, asset: { ...asset, repositories } } as typeof node],
        at(0),
      );
      const keep = async (minutes: number) => {
        await stores.documents.receive([received(`${minutes}`, minutes)]);
        await normaliseWith(stores.documents, {
          limit: 10,
          now: at(minutes),
          normalise: normalised({
            ...statementOn('a', minutes),
            subjects: repositories.map(uri => ({ kind: 'repository', uri })),
          }),
        });
      };
      await keep(1);
      await decideAs(stores)(found('satisfied', at(2), at(500)));
      expect(await stores.assessments.countDue(at(3))).toBe(0);
      await keep(3);
      expect(await stores.assessments.countDue(at(3))).toBe(1);
    });

    it('leaves controls alone that do not read the type of evidence', async () => {
      const stores = await prepared();
      await stores.assessments.install(
        [{ ...installed[0]!, reads: ['service-deployed'] }],
        at(0),
      );
      // Once anything is known of its repository.
      const first = { limit: 10, now: at(1) };
      await stores.documents.receive([received('1', 1)]);
      const normalise = normalised(statementOn('a', 1));
      await normaliseWith(stores.documents, { ...first, normalise });
      await decideAs(stores)(found('satisfied', at(2), at(500)));
      await stores.documents.receive([received('2', 3)]);
      await normaliseWith(stores.documents, {
        limit: 10,
        now: at(3),
        normalise: normalised(statementOn('a', 3)),
      });
      expect(await stores.assessments.countDue(at(3))).toBe(0);
    });

    it('makes assets due by evidence about their organization alone', async () => {
      const stores = await create();
      const { assets, assessments, documents } = stores;
      const elsewhere = {
        ...assetNamed('z'),
        repositories: ['https://github.com/bank2/z', 'https://bank.example/z'],
      };
      const { entityRef, title } = elsewhere;
      await assets.save(
        [
          ...['a', 'b'].map(name => nodeNamed(name)),
          { node: 'asset', entityRef, title, links: [], asset: elsewhere },
        ],
        at(0),
      );
      const others = { ...installed[0]!, control: { ...control, id: 'other' } };
      const reads = ['organization-settings-observed' as const];
      await assessments.install([{ ...installed[0]!, reads }, others], at(0));
      const takeAll = async (now: Instant) => {
        const pairs: string[][] = [];
        const decide = async (due: readonly DecidablePair[]) => {
          pairs.push(...due.map(one => [one.entityRef, one.controlId]));
          return [];
        };
        await assessWith(assessments, { limit: 99, now, decide });
        return pairs.sort();
      };
      expect(await takeAll(at(1))).toHaveLength(6);
      await documents.receive([received('1', 2)]);
      await normaliseWith(documents, {
        limit: 10,
        now: at(3),
        normalise: normalised(organizationRead('BANK', 2)),
      });
      expect(await takeAll(at(3))).toEqual([
        [assetNamed('a').entityRef, control.id],
        [assetNamed('b').entityRef, control.id],
      ]);
    });

    it('makes an asset due when a source first reports on its repository', async () => {
      const stores = await prepared();
      await stores.assessments.install(
        [{ ...installed[0]!, reads: ['service-deployed'] }],
        at(0),
      );
      await decideAs(stores)(found('satisfied', at(1), at(500)));
      await stores.documents.receive([received('1', 2)]);
      await normaliseWith(stores.documents, {
        limit: 10,
        now: at(2),
        normalise: normalised(statementOn('a', 2)),
      });
      expect(await stores.assessments.countDue(at(2))).toBe(1);
    });

    it('confirms the same result without recording it again', async () => {
      const stores = await prepared();
      await decideAs(stores)(found('satisfied', at(1), at(5)));
      await decideAs(stores)(found('satisfied', at(5), at(9)));
      const current = await stores.assessments.current(asset.entityRef);
      expect(current.get(control.id)).toEqual({
        assessment: found('satisfied', at(1), at(5)),
        assessedAt: at(5),
        validUntil: at(9),
      });
    });

    it('takes what can not be decided off the queue', async () => {
      const { assessments } = await prepared();
      const decide = async () => [];
      expect(
        await assessWith(assessments, { limit: 10, now: at(1), decide }),
      ).toBe(1);
      expect(await assessments.countDue(at(1))).toBe(0);
    });

    it('keeps it due when the database fails', async () => {
      const { assessments } = await prepared();
      const gone = Object.assign(new Error('gone'), { code: '57P01' });
      await expect(
        assessWith(assessments, {
          limit: 10,
          now: at(1),
          decide: async () => {
            throw gone;
          },
        }),
      ).rejects.toThrow('gone');
      expect(await assessments.countDue(at(1))).toBe(1);
    });

    it('makes a changed control due and forgets one that is gone', async () => {
      const stores = await prepared();
      await decideAs(stores)(found('satisfied', at(1)));
      await stores.assessments.install(installed, at(2));
      expect(await stores.assessments.countDue(at(2))).toBe(0);
      const digest = computeDigest('changed');
      const changed = [{ ...installed[0]!, digest, codeDigest: digest }];
      await stores.assessments.install(changed, at(3));
      expect(await stores.assessments.countDue(at(3))).toBe(1);
      await stores.assessments.install([], at(4));
      expect(await stores.assessments.countDue(at(4))).toBe(0);
      expect((await stores.assessments.current(asset.entityRef)).size).toBe(0);
    });

    describe('while replicas of two versions run', () => {
      const toVersion = (evaluator: number) => ({
        ...installed[0]!,
        codeDigest: computeDigest(`code ${evaluator}`),
        versions: { evaluator },
      });
      const [older, newer] = [toVersion(1), toVersion(2)];

      async function decided() {
        const stores = await prepared();
        await decideAs(stores)(found('satisfied', at(1)));
        return stores;
      }

      it('makes due what other code decides now', async () => {
        const stores = await decided();
        await stores.assessments.install([newer], at(2));
        expect(await stores.assessments.countDue(at(2))).toBe(1);
      });

      it('is made due once, whichever of them restarts', async () => {
        const stores = await decided();
        const { assessments } = stores;
        await assessments.install([newer], at(2));
        await decideAs(stores)(found('satisfied', at(2)));
        await assessments.install([older], at(3));
        for (let minute = 4; minute < 30; minute += 1) {
          expect(await assessments.confirm([older], at(minute))).toEqual([]);
          expect(await assessments.confirm([newer], at(minute))).toEqual([]);
        }
        await assessments.install([newer], at(30));
        expect(await assessments.countDue(at(30))).toBe(0);
      });

      it('lets only the installed code decide', async () => {
        const { assessments } = await decided();
        await assessments.install([newer], at(2));
        const claim = async ({ codeDigest }: typeof newer) => {
          const claimed = await assessments.claim({
            limit: 10,
            now: at(3),
            codes: [codeDigest],
          });
          return claimed.pairs.length;
        };
        expect(await claim(older)).toBe(0);
        expect(await claim(newer)).toBe(1);
      });

      it('lets the older code take over when the newer one is gone', async () => {
        const { assessments } = await decided();
        await assessments.install([newer], at(2));
        await assessments.install([older], at(3));
        expect(await assessments.confirm([older], at(11))).toEqual([]);
        expect(await assessments.confirm([older], at(13))).toEqual([
          control.id,
        ]);
        expect(await assessments.countDue(at(13))).toBe(1);
      });

      it('keeps a control that one of them has, until it is gone', async () => {
        const { assessments } = await decided();
        const other = {
          ...newer,
          control: { ...control, id: 'chg-98-test' },
        };
        await assessments.install([other], at(2));
        expect(await assessments.confirm([older], at(3))).toEqual([control.id]);
        await assessments.confirm([other], at(4));
        expect(
          (await assessments.claim({ limit: 9, now: at(4) })).pairs,
        ).toHaveLength(2);
        await assessments.confirm([other], at(14));
        const { pairs } = await assessments.claim({ limit: 9, now: at(20) });
        expect(pairs.map(({ controlId }) => controlId)).toEqual([
          other.control.id,
        ]);
      });
    });

    it('rebuilds the projection from the recorded assessments', async () => {
      const stores = await prepared();
      await decideAs(stores)(found('not-satisfied', at(1), at(2)));
      await decideAs(stores)(found('satisfied', at(2), at(9)));
      const before = await stores.assessments.current(asset.entityRef);
      await stores.assessments.rebuild();
      expect(await stores.assessments.current(asset.entityRef)).toEqual(before);
    });
  });

  describe('AssessmentStore, of a pair that can not be decided', () => {
    const other = assetNamed('b');
    const failure = {
      status: 'not-assessed',
      reason: { code: 'assessment-failed', params: {} },
      rows: [],
    };
    /** Decides all but those of asset `a`. */
    const failing =
      (error: unknown) =>
      async (due: readonly DecidablePair[]): Promise<Assessment[]> => {
        if (due.some(pair => pair.asset.entityRef === asset.entityRef)) {
          throw error;
        }
        return due.map(pair => ({
          ...found('satisfied', at(1)),
          entityRef: pair.asset.entityRef,
        }));
      };
    const boom = new TypeError('boom');

    async function preparedTwo() {
      const stores = await create();
      await stores.assessments.install(installed, at(0));
      await stores.assets.save([nodeNamed('a'), nodeNamed('b')], at(0));
      return stores;
    }

    const shown = async ({ assessments }: TestStores, of = asset) =>
      (await assessments.current(of.entityRef)).get(control.id);

    it('assesses the others, and reports it', async () => {
      const stores = await preparedTwo();
      const onFailed = jest.fn();
      const decide = failing(boom);
      const work = { limit: 10, now: at(1), decide, onFailed };
      expect(await assessWith(stores.assessments, work)).toBe(2);
      expect(await stores.assessments.countDue(at(1))).toBe(0);
      expect((await shown(stores, other))?.assessment.status).toBe('satisfied');
      expect(onFailed.mock.calls).toEqual([
        [
          {
            entityRef: asset.entityRef,
            controlId: control.id,
            error: boom,
            retryAt: at(2),
          },
        ],
      ]);
    });

    it('no longer shows what was found before', async () => {
      const stores = await prepared();
      await decideAs(stores)(found('satisfied', at(1), at(5)));
      const decide = failing(boom);
      await assessWith(stores.assessments, { limit: 10, now: at(5), decide });
      const now = await shown(stores);
      expect(now?.assessment).toMatchObject(failure);
      expect(now?.validUntil).toBe(at(6));
    });

    it('waits twice as long with each attempt, an hour at most', async () => {
      const stores = await prepared();
      const retries = [at(1)];
      const decide = failing(boom);
      const onFailed = ({ retryAt }: FailedPair) => retries.push(retryAt);
      for (let n = 0; n < 9; n++) {
        const now = retries.at(-1)!;
        await assessWith(stores.assessments, {
          limit: 10,
          now,
          decide,
          onFailed,
        });
      }
      const minutes = retries.map(retry => Date.parse(retry) / 60_000);
      const waits = minutes.slice(1).map((end, n) => end - minutes[n]!);
      expect(waits).toEqual([1, 1, 2, 4, 8, 16, 32, 60, 60]);
      expect((await shown(stores))?.assessment).toMatchObject({
        ...failure,
        asOf: at(1),
      });
    });

    it('tries again at once when there is new evidence', async () => {
      const stores = await prepared();
      const decide = failing(boom);
      await assessWith(stores.assessments, { limit: 10, now: at(1), decide });
      expect(await stores.assessments.countDue(at(1))).toBe(0);
      await stores.documents.receive([received('1', 1)]);
      await normaliseWith(stores.documents, {
        limit: 10,
        now: at(1),
        normalise: normalised(statementOn('a')),
      });
      expect(await stores.assessments.countDue(at(1))).toBe(1);
      await decideAs(stores)(found('satisfied', at(1)));
      expect((await shown(stores))?.assessment.status).toBe('satisfied');
    });

    it.each([
      ['hung', '57014'],
      ['needed too much of the server', '53400'],
    ])(
      'leaves the rest to the next batch when a statement %s',
      async (why, code) => {
        const stores = await preparedTwo();
        const decide = failing(Object.assign(new Error(why), { code }));
        const work = { limit: 10, now: at(1), decide };
        expect(await assessWith(stores.assessments, work)).toBe(1);
        expect((await shown(stores))?.assessment).toMatchObject(failure);
        expect(await assessWith(stores.assessments, work)).toBe(1);
        expect((await shown(stores, other))?.assessment.status).toBe(
          'satisfied',
        );
      },
    );
  });
}
