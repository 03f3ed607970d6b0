import type {
  IctAsset,
  Statement,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  assetNamed,
  at,
  nodeNamed,
  organizationRead,
  statementOn,
} from '../testing/samples';
import {
  keepUnproven,
  receiveAndKeep as keep,
} from '../testing/receiveAndKeep';
import type { TestStores } from '../testing/TestStores';

/** What holds for every EvidenceLoader. */
export function evidenceLoaderContract(create: () => Promise<TestStores>) {
  const [a, b] = [assetNamed('a'), assetNamed('b')];

  describe('EvidenceLoader', () => {
    it('tells which assets there is evidence of', async () => {
      const stores = await create();
      await stores.assets.save([nodeNamed('a'), nodeNamed('b')], at(0));
      await keep(stores, '1', statementOn('a'));
      expect(
        await stores.evidenceLoader.findWithEvidence([a, b], at(9)),
      ).toEqual(new Set([a.entityRef]));
    });

    it('does not count that a collector asked, which may have read nothing', async () => {
      const stores = await create();
      const { subjects } = statementOn('a');
      await stores.assets.save([nodeNamed('a')], at(0));
      await keep(stores, '1', {
        type: 'collector-heartbeat',
        subjects,
        predicate: {
          target: 'https://github.com/bank/a',
          startedAt: at(1),
          finishedAt: at(2),
          complete: false,
          problem: 'Not found',
          parts: [{ part: 'history', complete: false, problem: 'Not found' }],
        },
        observedAt: at(2),
        sourceId: 'test',
      });
      expect(await stores.evidenceLoader.findWithEvidence([a], at(9))).toEqual(
        new Set(),
      );
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
      const latest = await stores.evidenceLoader.loadLatest(
        [a, b],
        ['ownership-observed'],
        at(9),
      );
      expect(latest.map(item => item.observedAt)).toEqual([at(3)]);
    });

    it('gives the latest as of an instant, and what is dated after it', async () => {
      const stores = await create();
      const dated = (minute: number) => statementOn('a', minute);
      await keep(stores, '1', ...[1, 2, 3, 4].map(dated));
      const latest = await stores.evidenceLoader.loadLatest(
        [a],
        ['change-updated'],
        at(2),
      );
      expect(latest.map(item => item.observedAt).sort()).toEqual([
        at(2),
        at(4),
      ]);
    });

    it('lets nothing unproven hide what is proven about an asset', async () => {
      const stores = await create();
      await keep(stores, '1', statementOn('a', 1), statementOn('a', 2));
      await keepUnproven(stores, '2', statementOn('a', 3));
      const latest = await stores.evidenceLoader.loadLatest(
        [a],
        ['change-updated'],
        at(9),
      );
      expect(
        latest.map(item => [item.observedAt, item.verification]).sort(),
      ).toEqual([
        [at(2), 'authenticated'],
        [at(3), 'unverified'],
      ]);
    });

    it('gives the latest about its repositories and its pipeline, too', async () => {
      const stores = await create();
      const urn = 'urn:cicd:github.com:bank/a:ci.yml';
      const asset = { ...a, declared: { pipeline: { urn } } } as IctAsset;
      const observed = (
        subject: Statement['subjects'][number],
        minute: number,
      ) => ({ ...statementOn('a', minute), subjects: [subject] } as Statement);
      await keep(
        stores,
        '1',
        observed({ kind: 'repository', uri: a.repositories[0]! }, 1),
        observed({ kind: 'pipeline', uri: urn }, 2),
        observed({ kind: 'repository', uri: 'https://github.com/bank/b' }, 3),
      );
      const latest = await stores.evidenceLoader.loadLatest(
        [asset],
        ['change-updated'],
        at(9),
      );
      expect(latest.map(item => item.observedAt).sort()).toEqual([
        at(1),
        at(2),
      ]);
    });

    it('gives the latest about organizations, and never as of their assets', async () => {
      const stores = await create();
      await keep(
        stores,
        '1',
        ...[1, 2, 3].map(minute => organizationRead('Bank', minute)),
        organizationRead('other', 4),
      );
      const types = ['organization-settings-observed' as const];
      const { evidenceLoader } = stores;
      const found = await evidenceLoader.loadOfOrganizations(
        [a, b],
        types,
        at(2),
      );
      expect(found.map(item => item.observedAt).sort()).toEqual([at(2), at(3)]);
      expect(await evidenceLoader.loadLatest([a, b], types, at(9))).toEqual([]);
      expect(
        await evidenceLoader.loadHistory([a, b], new Map([[types[0]!, at(0)]])),
      ).toEqual([]);
    });

    describe('about the assets themselves', () => {
      const repository = (name: string) => ({
        kind: 'repository' as const,
        uri: `https://github.com/bank/${name}`,
      });
      const found = (
        name: string,
        id: string,
        minute: number,
        subjects: Statement['subjects'] = [
          { kind: 'finding', uri: `https://github.com/bank/${name}/${id}` },
        ],
      ): Statement => ({
        type: 'security-finding-changed',
        subjects: [repository(name), ...subjects],
        predicate: {
          tool: { name: 'trivy' },
          kind: 'container',
          finding: { id, rule: 'CVE-1' },
          severity: 'high',
          state: 'open',
          changedAt: at(minute),
        },
        observedAt: at(minute),
        sourceId: 'github',
      });
      const minutes = (all: readonly { observedAt: string }[]) =>
        all.map(item => item.observedAt).sort();

      it('gives everything since an instant, of each type', async () => {
        const stores = await create();
        await keep(
          stores,
          '1',
          ...[1, 2, 3].map(minute => found('a', `${minute}`, minute)),
          ...[1, 2, 3].map(minute => statementOn('a', minute)),
          found('b', 'b', 9),
        );
        const history = await stores.evidenceLoader.loadHistory(
          [a],
          new Map([
            ['security-finding-changed', at(1)],
            ['change-updated', at(2)],
          ]),
        );
        expect(
          history.map(item => [item.type, item.observedAt]).sort(),
        ).toEqual([
          ['change-updated', at(3)],
          ['security-finding-changed', at(2)],
          ['security-finding-changed', at(3)],
        ]);
      });

      it('lets nothing unproven hide what is proven about a thing', async () => {
        const stores = await create();
        await keep(stores, '1', found('a', '1', 1));
        await keepUnproven(stores, '2', found('a', '1', 2));
        const latest = await stores.evidenceLoader.loadLatestOfEach(
          [a],
          ['security-finding-changed'],
          at(9),
        );
        expect(minutes(latest)).toEqual([at(1), at(2)]);
      });

      it('gives the latest about each thing, however old', async () => {
        const stores = await create();
        await keep(
          stores,
          '1',
          found('a', 'old', 1),
          found('a', 'new', 3),
          found('a', 'new', 2),
          found('b', 'of b', 4),
          found('a', 'without a name', 5, []),
          found('a', 'nor this', 6, []),
        );
        const latest = await stores.evidenceLoader.loadLatestOfEach(
          [a],
          ['security-finding-changed'],
          at(9),
        );
        expect(minutes(latest)).toEqual([at(1), at(3), at(5), at(6)]);
        const earlier = await stores.evidenceLoader.loadLatestOfEach(
          [a],
          ['security-finding-changed'],
          at(2),
        );
        expect(minutes(earlier)).toEqual([at(1), at(2), at(3), at(5), at(6)]);
      });
    });

    describe('the lineage of deployments', () => {
      /** Each asset is built from a repository of its own name. */
      const buildSubjects = (name: string, commit: string) => [
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
        subjects: buildSubjects(name, commit),
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
        environment = 'production',
      ): Statement => ({
        type: 'service-deployed',
        subjects: buildSubjects(name, commit),
        predicate: {
          deployment: {
            id: `${minute}`,
            url: 'https://d',
            commit,
            ref: 'main',
            environment: { name: environment, production: true },
            deployer: { system: 's', login: 'x', kind: 'bot' as const },
          },
          deployedAt: at(minute),
        },
        observedAt: at(minute),
        sourceId: 'test',
      });
      const keepAndLoadLineage = async (
        assets: IctAsset[],
        ...statements: Statement[]
      ) => {
        const stores = await create();
        await keep(stores, '1', ...statements);
        const { evidence } = await stores.evidenceLoader.loadLineage(
          assets,
          at(15),
          {
            deployment: ['service-deployed'],
            commit: ['pipeline-run-finished'],
            change: [],
          },
        );
        return evidence.map(item => `${item.type} ${item.observedAt}`).sort();
      };

      it('is gathered, and nothing older', async () => {
        expect(
          await keepAndLoadLineage(
            [a],
            built('a', 1, 'ab'),
            built('a', 10, 'c1'),
            deployed('a', 12, 'c0'),
            deployed('a', 20, 'c1'),
          ),
        ).toEqual([
          `pipeline-run-finished ${at(10)}`,
          `service-deployed ${at(12)}`,
          `service-deployed ${at(20)}`,
        ]);
      });

      it('is all that is known for the first deployment to an environment', async () => {
        expect(
          await keepAndLoadLineage(
            [a],
            built('a', 1, 'ab'),
            built('a', 10, 'c1'),
            deployed('a', 12, 'c0'),
            deployed('a', 20, 'c1'),
            deployed('a', 21, 'c1', 'production-eu'),
          ),
        ).toEqual([
          `pipeline-run-finished ${at(1)}`,
          `pipeline-run-finished ${at(10)}`,
          `service-deployed ${at(12)}`,
          `service-deployed ${at(20)}`,
          `service-deployed ${at(21)}`,
        ]);
      });

      it('has the deployments before the window, however many went elsewhere', async () => {
        const others = Array.from({ length: 60 }, (_, place) =>
          deployed('a', 14, `e${place}`, `production-${place}`),
        );
        const many = Array.from({ length: 60 }, (_, place) =>
          deployed('a', 13, `f${place}`, 'production-eu'),
        );
        const found = await keepAndLoadLineage(
          [a],
          deployed('a', 2, 'c0'),
          deployed('a', 3, 'c1'),
          ...others,
          ...many,
        );
        expect(found).toContain(`service-deployed ${at(2)}`);
        expect(found).toContain(`service-deployed ${at(3)}`);
        expect(found).toHaveLength(2 + 60 + 20);
      });

      it('goes back for each asset as far as its own', async () => {
        expect(
          await keepAndLoadLineage(
            [a, b],
            built('a', 1, 'aa'),
            built('b', 2, 'b1'),
            built('b', 12, 'b2'),
            deployed('a', 13, 'a0'),
            deployed('b', 14, 'b0'),
            deployed('a', 20, 'aa'),
            deployed('b', 21, 'b2'),
          ),
        ).toEqual([
          `pipeline-run-finished ${at(1)}`,
          `pipeline-run-finished ${at(12)}`,
          `service-deployed ${at(13)}`,
          `service-deployed ${at(14)}`,
          `service-deployed ${at(20)}`,
          `service-deployed ${at(21)}`,
        ]);
      });

      it('begins with deployments that name only the asset', async () => {
        const { subjects, ...deployment } = deployed('a', 20, 'c1');
        const named = {
          ...deployment,
          subjects: [
            { kind: 'entity' as const, uri: a.entityRef },
            ...subjects.filter(({ kind }) => kind === 'commit'),
          ],
        } as Statement;
        expect(
          await keepAndLoadLineage([a], built('a', 10, 'c1'), named),
        ).toEqual([
          `pipeline-run-finished ${at(10)}`,
          `service-deployed ${at(20)}`,
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
          await keepAndLoadLineage(
            [both, b],
            built('b', 2, 'b0'),
            built('a', 5, 'a1'),
            built('b', 7, 'b1'),
            built('b', 12, 'b2'),
            deployed('a', 13, 'a0'),
            deployed('b', 14, 'b9'),
            deployed('a', 20, 'a1'),
            deployed('b', 21, 'b2'),
          ),
        ).toEqual([
          `pipeline-run-finished ${at(5)}`,
          `pipeline-run-finished ${at(7)}`,
          `pipeline-run-finished ${at(12)}`,
          `service-deployed ${at(13)}`,
          `service-deployed ${at(14)}`,
          `service-deployed ${at(20)}`,
          `service-deployed ${at(21)}`,
        ]);
      });
    });
  });
}
