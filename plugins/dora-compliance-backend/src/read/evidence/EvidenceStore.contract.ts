import {
  type DeliveryProof,
  type EvidenceFilter,
  type InventoryNode,
  type Statement,
  statementDigest,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  assetNamed,
  nodeNamed,
  at,
  installed,
  normalised,
  organizationRead,
  received,
  statementOn,
} from '../../testing/samples';
import { receiveAndKeep as keep } from '../../testing/receiveAndKeep';
import type { TestStores } from '../../testing/TestStores';
import { normaliseWith } from '../../testing/normaliseWith';
import { isWholeReadable } from './isWholeReadable';
import { assessWith } from '../../testing/assessWith';

/** What holds for every EvidenceStore. */
export function evidenceStoreContract(create: () => Promise<TestStores>) {
  const [a, b] = [assetNamed('a'), assetNamed('b')];

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

    it('narrows the list by type, source, level and days, page by page', async () => {
      const stores = await create();
      await stores.assets.save([nodeNamed('a')], at(0));
      const DAY = 24 * 60;
      const first = statementOn('a', 1);
      const second = statementOn('a', 1 + DAY);
      const third = { ...statementOn('a', 1 + 2 * DAY), sourceId: 'other' };
      await keep(stores, '1', first, second, third);
      const signed = received('2');
      await stores.documents.receive([
        {
          ...signed,
          document: { ...signed.document, verification: 'signed' },
        },
      ]);
      await normaliseWith(stores.documents, {
        limit: 10,
        now: at(100),
        normalise: normalised(second),
      });
      const list = async (filter: EvidenceFilter) => {
        const found: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await stores.evidence.list(a.entityRef, {
            limit: 1,
            filter,
            ...(cursor && { cursor }),
          });
          found.push(...page.items.map(({ evidence }) => evidence.id));
          cursor = page.nextCursor;
        } while (cursor);
        return found;
      };
      const ids = (...some: Statement[]) => some.map(statementDigest);
      const { type, sourceId } = first;
      const [monday, tuesday] = [at(0), at(DAY)].map(one => one.slice(0, 10));
      expect(await list({})).toEqual(ids(third, second, first));
      expect(await list({ type })).toEqual(ids(third, second, first));
      expect(await list({ type: 'sbom' })).toEqual([]);
      expect(await list({ sourceId: 'other' })).toEqual(ids(third));
      expect(await list({ sourceId })).toEqual(ids(second, first));
      expect(await list({ verification: 'signed' })).toEqual(ids(second));
      expect(await list({ verification: 'authenticated' })).toEqual(
        ids(third, first),
      );
      expect(await list({ from: tuesday })).toEqual(ids(third, second));
      expect(await list({ to: monday })).toEqual(ids(first));
      expect(await list({ from: tuesday, to: tuesday })).toEqual(ids(second));
      const calendar = { from: '0001-01-01', to: '9999-12-31' };
      expect(await list(calendar)).toEqual(ids(third, second, first));
      expect(await list({ from: tuesday, sourceId, type })).toEqual(
        ids(second),
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
        await normaliseWith(documents, {
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
        await normaliseWith(documents, { limit: 10, now, normalise });
        const { items } = await evidence.list(a.entityRef, { limit: 9 });
        const due = await assessments.queue(now);
        told.push(
          ...items.map(item => [
            item.evidence.verification,
            item.evidence.proof,
            due.length > 0,
          ]),
        );
        await assessWith(assessments, {
          limit: 9,
          now,
          decide: async () => [],
        });
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

    it('gives evidence about organizations to readers of everything only', async () => {
      const stores = await create();
      const elsewhere = {
        ...nodeNamed('b'),
        asset: { ...b, repositories: ['https://github.com/other/b'] },
      } as InventoryNode;
      await stores.assets.save([nodeNamed('a'), elsewhere], at(0));
      const statement = organizationRead('bank');
      await keep(stores, '{"x":1}', statement);
      const id = statementDigest(statement);
      const { digest } = received('{"x":1}').document;
      const { evidence } = stores;
      const all = { seesAll: true };
      expect((await evidence.find(a.entityRef, id, all))?.evidence.id).toBe(id);
      expect(
        await evidence.readDocument(a.entityRef, digest, all),
      ).toMatchObject({ body: Buffer.from('{"x":1}') });
      expect(await evidence.find(a.entityRef, id)).toBeUndefined();
      expect(await evidence.readDocument(a.entityRef, digest)).toBeUndefined();
      expect(await evidence.find(b.entityRef, id, all)).toBeUndefined();
      expect(
        await evidence.readDocument(b.entityRef, digest, all),
      ).toBeUndefined();
      expect((await evidence.list(a.entityRef, { limit: 9 })).items).toEqual(
        [],
      );
      expect(await evidence.lastRecordedAt(a.entityRef)).toBeUndefined();
      expect(await evidence.isAboutOrganizations(digest)).toBe(true);
      expect(await evidence.listAboutOrganizations([id])).toEqual(
        new Set([id]),
      );
    });

    it('lets no part of a document reveal the rest of it', async () => {
      const stores = await create();
      await stores.assets.save([nodeNamed('a')], at(0));
      await keep(stores, '1', statementOn('a'), organizationRead('bank'));
      const { digest } = received('1').document;
      const { documents, evidence } = stores;
      const reader = (all: boolean) =>
        ({
          seesAll: async () => all,
          readable: async () => () => true,
        } as never);
      expect(await isWholeReadable(evidence, digest, reader(false))).toBe(
        false,
      );
      expect(await isWholeReadable(evidence, digest, reader(true))).toBe(true);
      const list = async (visible: 'all' | string[]) =>
        (await documents.list({ state: 'normalised', limit: 9, visible })).items
          .length;
      expect([await list('all'), await list([a.entityRef])]).toEqual([1, 0]);
    });

    it('tells when it was last recorded', async () => {
      const stores = await create();
      await stores.assets.save([nodeNamed('a'), nodeNamed('b')], at(0));
      await keep(stores, '1', statementOn('a'));
      expect(await stores.evidence.lastRecordedAt(a.entityRef)).toBe(at(100));
      expect(await stores.evidence.lastRecordedAt(b.entityRef)).toBeUndefined();
    });
  });
}
