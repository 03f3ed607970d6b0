import {
  type DeliveryProof,
  type IctAsset,
  type Statement,
  statementDigest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  assetNamed,
  nodeNamed,
  at,
  installed,
  normalised,
  received,
  statementOn,
} from '../testing/samples';
import type { TestStores } from '../testing/TestStores';

/** What holds for every EvidenceStore. */
export function evidenceStoreContract(create: () => Promise<TestStores>) {
  const [a, b] = [assetNamed('a'), assetNamed('b')];

  async function keep(
    { documents }: TestStores,
    text: string,
    ...statements: Statement[]
  ) {
    await documents.receive([received(text)]);
    await documents.work({
      limit: 10,
      now: at(100),
      normalise: normalised(...statements),
    });
  }

  describe('EvidenceStore', () => {
    it('shows an asset its own evidence only, latest first', async () => {
      const stores = await create();
      await stores.assets.save([nodeNamed('a'), nodeNamed('b')], at(0));
      const mine = [1, 2, 3].map(minute => statementOn('a', minute));
      await keep(stores, '1', ...mine, statementOn('b', 9));
      const first = await stores.evidence.list(a.entityRef, { limit: 2 });
      const rest = await stores.evidence.list(a.entityRef, {
        limit: 2,
        cursor: first.nextCursor,
      });
      expect(
        [...first.items, ...rest.items].map(({ evidence }) => evidence.id),
      ).toEqual(mine.map(statementDigest).reverse());
      expect(rest.nextCursor).toBeUndefined();
      expect(first.items[0]?.document.digest).toBe(
        received('1').document.digest,
      );
    });

    it('keeps the same statement of two documents once', async () => {
      const stores = await create();
      await stores.assets.save([nodeNamed('a')], at(0));
      await keep(stores, '1', statementOn('a'));
      await keep(stores, '2', statementOn('a'));
      const { items } = await stores.evidence.list(a.entityRef, { limit: 9 });
      expect(items).toHaveLength(1);
      expect(items[0]?.evidence.recordedAt).toBe(at(100));
    });

    it('holds evidence at the highest level anybody proved', async () => {
      const { documents, evidence, assets } = await create();
      await assets.save([nodeNamed('a')], at(0));
      const levels: unknown[] = [];
      for (const verification of [
        'unverified',
        'authenticated',
        'unverified',
        'signed',
        'authenticated',
      ] as const) {
        const one = received(`${levels.length}`);
        await documents.receive([
          { ...one, document: { ...one.document, verification } },
        ]);
        await documents.work({
          limit: 10,
          now: at(100),
          normalise: normalised(statementOn('a')),
        });
        const { items } = await evidence.list(a.entityRef, { limit: 9 });
        levels.push(...items.map(item => item.evidence.verification));
      }
      expect(levels).toEqual([
        'unverified',
        'authenticated',
        'authenticated',
        'signed',
        'signed',
      ]);
    });

    it('holds what was told late as late until it is read from the API', async () => {
      const { documents, evidence, assets, assessments } = await create();
      await assets.save([nodeNamed('a')], at(0));
      await assessments.install(installed, at(0));
      const DAY = 24 * 60;
      const told: unknown[] = [];
      const tell = async (minute: number, proof: DeliveryProof) => {
        const one = received(`${minute}`, minute);
        await documents.receive([
          { ...one, document: { ...one.document, proof } },
        ]);
        const now = at(minute);
        const normalise = normalised(statementOn('a'));
        await documents.work({ limit: 10, now, normalise });
        const { items } = await evidence.list(a.entityRef, { limit: 9 });
        const due = await assessments.queue(now);
        told.push(
          ...items.map(item => [
            item.evidence.verification,
            item.evidence.proof,
            due.length > 0,
          ]),
        );
        await assessments.work({ limit: 9, now, decide: async () => [] });
      };
      await tell(2 * DAY, 'signed-body');
      // Said again is not confirmed.
      await tell(2 * DAY + 1, 'secret');
      await tell(2 * DAY + 2, 'read');
      await tell(2 * DAY + 3, 'secret');
      expect(told).toEqual([
        ['late', 'signed-body', true],
        ['late', 'signed-body', false],
        ['authenticated', 'read', true],
        ['authenticated', 'read', false],
      ]);
    });

    it('finds evidence and bytes only for those they concern', async () => {
      const stores = await create();
      await stores.assets.save([nodeNamed('a'), nodeNamed('b')], at(0));
      const statement = statementOn('a');
      await keep(stores, '{"x":1}', statement);
      const id = statementDigest(statement);
      const { digest } = received('{"x":1}').document;
      expect((await stores.evidence.find(a.entityRef, id))?.evidence).toEqual({
        ...statement,
        id,
        recordedAt: at(100),
        documentDigest: digest,
        verification: 'authenticated',
        proof: 'secret',
      });
      expect(await stores.evidence.find(b.entityRef, id)).toBeUndefined();
      const found = await stores.evidence.readDocument(a.entityRef, digest);
      expect(found).toMatchObject({ body: Buffer.from('{"x":1}') });
      expect(
        await stores.evidence.readDocument(b.entityRef, digest),
      ).toBeUndefined();
    });

    it('tells who was heard of, and when last', async () => {
      const stores = await create();
      await stores.assets.save([nodeNamed('a'), nodeNamed('b')], at(0));
      await keep(stores, '1', statementOn('a'));
      expect(await stores.evidence.heardOf([a, b])).toEqual(
        new Set([a.entityRef]),
      );
      expect(await stores.evidence.lastRecordedAt(a.entityRef)).toBe(at(100));
      expect(await stores.evidence.lastRecordedAt(b.entityRef)).toBeUndefined();
    });

    it('gives the latest of each asset', async () => {
      const stores = await create();
      const observed = (minute: number): Statement => ({
        type: 'ownership-observed',
        subjects: [{ kind: 'entity', uri: a.entityRef }],
        predicate: { entityRef: a.entityRef },
        observedAt: at(minute),
        sourceId: 'catalog',
      });
      await keep(stores, '1', observed(1), observed(3), observed(2));
      const latest = await stores.evidence.latestOf(
        [a, b],
        ['ownership-observed'],
      );
      expect(latest.map(item => item.observedAt)).toEqual([at(3)]);
    });

    describe('the lineage of deployments', () => {
      /** Each asset is built from a repository of its own name. */
      const subjectsOf = (name: string, commit: string) => [
        {
          kind: 'repository' as const,
          uri: `https://github.com/bank/${name}`,
        },
        { kind: 'commit' as const, digest: `gitCommit:${commit}` },
      ];
      const built = (
        name: string,
        minute: number,
        commit: string,
      ): Statement => ({
        type: 'pipeline-run-finished',
        subjects: subjectsOf(name, commit),
        predicate: {
          pipeline: { name: 'p' },
          run: { id: commit, attempt: 1, url: 'https://r' },
          outcome: 'success',
          commit,
          trigger: 'push',
          finishedAt: at(minute),
        },
        observedAt: at(minute),
        sourceId: 'test',
      });
      const deployed = (
        name: string,
        minute: number,
        commit: string,
      ): Statement => ({
        type: 'service-deployed',
        subjects: subjectsOf(name, commit),
        predicate: {
          deployment: {
            id: `${minute}`,
            url: 'https://d',
            commit,
            ref: 'main',
            environment: { name: 'production', production: true },
            deployer: { system: 's', login: 'x', kind: 'bot' as const },
          },
          deployedAt: at(minute),
        },
        observedAt: at(minute),
        sourceId: 'test',
      });
      const lineageOf = async (
        assets: IctAsset[],
        ...statements: Statement[]
      ) => {
        const stores = await create();
        await keep(stores, '1', ...statements);
        const lineage = await stores.evidence.lineageOf(assets, at(15));
        return lineage.map(item => `${item.type} ${item.observedAt}`).sort();
      };

      it('is gathered, and nothing older', async () => {
        expect(
          await lineageOf(
            [a],
            built('a', 1, 'ab'),
            built('a', 10, 'c1'),
            deployed('a', 20, 'c1'),
          ),
        ).toEqual([
          `pipeline-run-finished ${at(10)}`,
          `service-deployed ${at(20)}`,
        ]);
      });

      it('goes back for each asset as far as its own', async () => {
        expect(
          await lineageOf(
            [a, b],
            built('a', 1, 'aa'),
            built('b', 2, 'b1'),
            built('b', 12, 'b2'),
            deployed('a', 20, 'aa'),
            deployed('b', 21, 'b2'),
          ),
        ).toEqual([
          `pipeline-run-finished ${at(1)}`,
          `pipeline-run-finished ${at(12)}`,
          `service-deployed ${at(20)}`,
          `service-deployed ${at(21)}`,
        ]);
      });

      it('goes through all repositories of an asset', async () => {
        const both = {
          ...a,
          repositories: ['a', 'b'].map(
            name => `https://github.com/bank/${name}`,
          ),
        };
        expect(
          await lineageOf(
            [both, b],
            built('b', 2, 'b0'),
            built('a', 5, 'a1'),
            built('b', 7, 'b1'),
            built('b', 12, 'b2'),
            deployed('a', 20, 'a1'),
            deployed('b', 21, 'b2'),
          ),
        ).toEqual([
          `pipeline-run-finished ${at(5)}`,
          `pipeline-run-finished ${at(7)}`,
          `pipeline-run-finished ${at(12)}`,
          `service-deployed ${at(20)}`,
          `service-deployed ${at(21)}`,
        ]);
      });
    });
  });
}
