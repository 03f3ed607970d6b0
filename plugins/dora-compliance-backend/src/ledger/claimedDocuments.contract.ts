import { at, normalised, received, statementOn } from '../testing/samples';
import { normaliseWith } from '../testing/normaliseWith';
import type { TestStores } from '../testing/TestStores';
import type { Claim, ReadDocument } from './ClaimedDocument';

/** What a claim says, as if each document reported about one asset. */
const readAll = ({ documents }: Claim): ReadDocument[] =>
  documents.map(one => {
    const statements = [statementOn(`asset-${one.number}`)];
    return {
      ...one,
      result: { outcome: 'normalised', statements },
      parts: [
        { verification: 'authenticated', proof: 'signed-body', statements },
      ],
    };
  });

/** What holds for claims of every DocumentStore. */
export function claimedDocumentsContract(create: () => Promise<TestStores>) {
  describe('claims of a DocumentStore', () => {
    const withDocuments = async (count: number) => {
      const { documents } = await create();
      const all = Array.from({ length: count }, (_, n) => received(`[${n}]`));
      await documents.receive(all);
      return documents;
    };

    it('lock nothing: readers and senders go on', async () => {
      const documents = await withDocuments(1);
      const claim = await documents.claim({ limit: 9, now: at(1) });
      await documents.receive([received('{"other":1}')]);
      expect(await documents.count()).toEqual({ waiting: 2, rejected: 0 });
      expect(await documents.complete(claim, readAll(claim), at(1))).toBe(1);
      expect(await documents.count()).toEqual({ waiting: 1, rejected: 0 });
    });

    it('have no document in common', async () => {
      const documents = await withDocuments(5);
      const claims = await Promise.all(
        [1, 2, 3].map(() => documents.claim({ limit: 2, now: at(1) })),
      );
      const numbers = claims.flatMap(claim =>
        claim.documents.map(({ number }) => number),
      );
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(numbers).toHaveLength(5);
    });

    it('expire, and then count for nothing', async () => {
      const documents = await withDocuments(1);
      const crashed = await documents.claim({ limit: 9, now: at(1) });
      const early = await documents.claim({ limit: 9, now: at(1) });
      expect(early.documents).toEqual([]);
      const next = await documents.claim({ limit: 9, now: at(2) });
      expect(next.documents).toEqual(crashed.documents);
      expect(await documents.complete(crashed, readAll(crashed), at(2))).toBe(
        0,
      );
      expect(await documents.complete(next, readAll(next), at(2))).toBe(1);
      expect(await documents.complete(next, readAll(next), at(2))).toBe(0);
      expect(await documents.count()).toEqual({ waiting: 0, rejected: 0 });
    });

    it('give back what was not read', async () => {
      const documents = await withDocuments(3);
      const claim = await documents.claim({ limit: 9, now: at(1) });
      const [first] = readAll(claim);
      expect(await documents.complete(claim, [first!], at(1))).toBe(1);
      const rest = await documents.claim({ limit: 9, now: at(1) });
      expect(rest.documents).toHaveLength(2);
      await documents.release(rest);
      const again = await documents.claim({ limit: 9, now: at(1) });
      expect(again.documents).toHaveLength(2);
      // The claim before has nothing left to give back.
      await documents.release(rest);
      const none = await documents.claim({ limit: 9, now: at(1) });
      expect(none.documents).toEqual([]);
    });

    it('end when the document is to be read again', async () => {
      const documents = await withDocuments(1);
      const claim = await documents.claim({ limit: 9, now: at(1) });
      const { digest } = claim.documents[0]!.queued.document;
      expect(await documents.replay(digest, at(1))).toBe(true);
      expect(await documents.complete(claim, readAll(claim), at(1))).toBe(0);
      const options = { limit: 9, now: at(1), normalise: normalised() };
      expect(await normaliseWith(documents, options)).toBe(1);
    });
  });
}
