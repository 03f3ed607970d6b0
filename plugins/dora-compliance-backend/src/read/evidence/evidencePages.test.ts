import {
  type IctAsset,
  type Statement,
  statementDigest,
  type Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import fc from 'fast-check';
import {
  assetNamed,
  at,
  normalised,
  received,
  statementOn,
} from '../../testing/samples';
import { createStores, type TestStores } from '../../testing/TestStores';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { normaliseWith } from '../../testing/normaliseWith';

const databases = new FreshDatabases();

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  const create = async () => createStores(await databases.init(databaseId));
  let documents = 0;

  async function keep(stores: TestStores, statements: readonly Statement[]) {
    await stores.documents.receive([received(`[${documents++}]`)]);
    await normaliseWith(stores.documents, {
      limit: 10,
      now: at(100),
      normalise: normalised(...statements),
    });
  }

  async function save({ assets }: TestStores, asset: IctAsset) {
    const { entityRef, title } = asset;
    await assets.save(
      [{ node: 'asset', entityRef, title, links: [], asset }],
      at(0),
    );
  }

  /** The ids of all pages, page by page. */
  async function readPages(
    { evidence }: TestStores,
    entityRef: string,
    limit: number,
  ): Promise<string[][]> {
    const pages: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await evidence.list(entityRef, { limit, cursor });
      pages.push(page.items.map(item => item.evidence.id));
      cursor = page.nextCursor;
    } while (cursor);
    return pages;
  }

  /** All by the order of a list: latest observed, then latest kept first. */
  function inOrder(statements: readonly Statement[]): string[] {
    const byId = new Map<string, Statement>();
    for (const one of statements) {
      const id = statementDigest(one);
      byId.set(id, byId.get(id) ?? one);
    }
    return [...byId]
      .reverse()
      .sort(([, a], [, b]) => b.observedAt.localeCompare(a.observedAt))
      .map(([id]) => id);
  }

  describe('pages of evidence', () => {
    it('are those of a naive sort, whatever evidence is about', async () => {
      const stores = await create();
      let runs = 0;
      const kept = fc.record({
        minute: fc.integer({ min: 0, max: 2 }),
        about: fc.subarray([0, 1, 2, 3, 4], { minLength: 1 }),
      });
      await fc.assert(
        fc.asyncProperty(
          fc.array(kept, { maxLength: 12 }),
          fc.integer({ min: 1, max: 5 }),
          async (all, limit) => {
            const name = `asset-${runs++}`;
            const url = `https://github.com/bank/${name}`;
            const urn = `urn:cicd:github.com:bank/${name}:build.yml`;
            const { entityRef } = assetNamed(name);
            const subjects: Subject[] = [
              { kind: 'repository', uri: url },
              { kind: 'repository', uri: `${url}-lib` },
              { kind: 'pipeline', uri: urn },
              { kind: 'entity', uri: entityRef },
              { kind: 'repository', uri: `${url}-of-another` },
            ];
            await save(stores, {
              ...assetNamed(name),
              repositories: [url, `${url}-lib`],
              declared: { pipeline: { urn } },
            } as IctAsset);
            const statements = all.map(({ minute, about }, n) => ({
              ...statementOn(`${name}-${n}`, minute),
              subjects: about.map(index => subjects[index]!),
            }));
            await keep(stores, statements);
            const own = statements.filter((_, n) =>
              all[n]!.about.some(index => index < 4),
            );
            const pages = await readPages(stores, entityRef, limit);
            expect(pages.flat()).toEqual(inOrder(own));
            pages
              .slice(0, -1)
              .forEach(page => expect(page).toHaveLength(limit));
          },
        ),
        { numRuns: 40 },
      );
    });

    it('hold the evidence of more repositories than a statement', async () => {
      const stores = await create();
      const names = Array.from({ length: 130 }, (_, n) => `r${n}`);
      const all = assetNamed('all');
      await save(stores, {
        ...all,
        repositories: names.map(name => `https://github.com/bank/${name}`),
      });
      const statements = names.map((name, n) => statementOn(name, n % 7));
      await keep(stores, statements);
      const pages = await readPages(stores, all.entityRef, 50);
      expect(pages.map(page => page.length)).toEqual([50, 50, 30]);
      expect(pages.flat()).toEqual(inOrder(statements));
    });

    it('are empty for an asset that nobody knows', async () => {
      const { evidence } = await create();
      const page = await evidence.list('component:default/x', { limit: 1 });
      expect(page).toEqual({ items: [] });
    });
  });

  describe('when evidence on an asset was last recorded', () => {
    const { entityRef } = assetNamed('a');
    const record = async (stores: TestStores, minute: number, now: number) => {
      await stores.documents.receive([received(`[${documents++}]`)]);
      await normaliseWith(stores.documents, {
        limit: 10,
        now: at(now),
        normalise: normalised(statementOn('a', minute)),
      });
    };

    it('is known of an asset that comes into the catalog later', async () => {
      const stores = await create();
      await record(stores, 1, 5);
      expect(await stores.evidence.lastRecordedAt(entityRef)).toBeUndefined();
      await save(stores, assetNamed('a'));
      expect(await stores.evidence.lastRecordedAt(entityRef)).toBe(at(5));
    });

    it('never goes back, and is not moved by what is told again', async () => {
      const stores = await create();
      await save(stores, assetNamed('a'));
      const last: unknown[] = [];
      // A replica may be behind with its clock.
      for (const [minute, now] of [
        [1, 5],
        [2, 9],
        [3, 7],
        [1, 20],
      ] as const) {
        await record(stores, minute, now);
        last.push(await stores.evidence.lastRecordedAt(entityRef));
      }
      expect(last).toEqual([at(5), at(9), at(9), at(9)]);
      await stores.evidence.rebuild();
      expect(await stores.evidence.lastRecordedAt(entityRef)).toBe(at(9));
    });
  });
});
