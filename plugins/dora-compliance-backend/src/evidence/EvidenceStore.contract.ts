import {
  type DeliveryProof,
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

    it('gathers the lineage of deployments and nothing older', async () => {
      const stores = await create();
      const deployment = {
        id: '1',
        url: 'https://d',
        commit: 'c1',
        ref: 'main',
        environment: { name: 'production', production: true },
        deployer: { system: 's', login: 'x', kind: 'bot' as const },
      };
      const repository = {
        kind: 'repository' as const,
        uri: a.repositories[0],
      };
      const commit = { kind: 'commit' as const, digest: 'gitCommit:c1' };
      const run = (minute: number, of: string): Statement => ({
        type: 'pipeline-run-finished',
        subjects: [repository, { kind: 'commit', digest: `gitCommit:${of}` }],
        predicate: {
          pipeline: { name: 'p' },
          run: { id: of, attempt: 1, url: 'https://r' },
          outcome: 'success',
          commit: of,
          trigger: 'push',
          finishedAt: at(minute),
        },
        observedAt: at(minute),
        sourceId: 'test',
      });
      await keep(stores, '1', run(1, 'ab'), run(10, 'c1'), {
        type: 'service-deployed',
        subjects: [repository, commit],
        predicate: { deployment, deployedAt: at(20) },
        observedAt: at(20),
        sourceId: 'test',
      });
      const lineage = await stores.evidence.lineageOf([a], at(15));
      expect(lineage.map(item => item.type).sort()).toEqual([
        'pipeline-run-finished',
        'service-deployed',
      ]);
    });
  });
}
