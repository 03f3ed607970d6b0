import type { Knex } from 'knex';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import {
  at,
  nodeNamed,
  normalised,
  received,
  statementOn,
} from './testing/samples';
import { createStores, type TestStores } from './testing/TestStores';
import { normaliseWith } from './testing/normaliseWith';

const databases = new FreshDatabases();

describe.each(databases.eachSupportedId())(
  'projections of history on %s',
  databaseId => {
    let knex: Knex;
    let stores: TestStores;
    let work: (minute: number, normalise: () => unknown) => Promise<void>;

    /** A document that is rejected, one that is partial and one that is whole. */
    beforeEach(async () => {
      knex = await databases.init(databaseId);
      stores = await createStores(knex);
      work = async (minute, normalise) => {
        await normaliseWith(stores.documents, {
          limit: 9,
          now: at(minute),
          normalise: normalise as never,
        });
      };
      await stores.assets.save([nodeNamed('a')], at(0));
      const whole = normalised(statementOn('a'))();
      const says = {
        rejected: { outcome: 'rejected', reason: 'x' },
        partial: { ...whole, flaws: ['x'] },
        normalised: whole,
      };
      for (const [n, [text, said]] of Object.entries(says).entries()) {
        await stores.documents.receive([received(text, n)]);
        await work(10 + n, () => said);
      }
    });

    afterEach(() => knex.destroy());

    const findNumber = async (text: string): Promise<number> => {
      const { digest } = received(text).document;
      const [number] = await knex('document')
        .where('digest', digest)
        .pluck('number');
      return number;
    };

    const listed = async () => {
      const states = ['rejected', 'partial', 'waiting'] as const;
      const pages = await Promise.all(
        states.map(state => stores.documents.list({ state, limit: 9 })),
      );
      return pages.map(({ items }) =>
        items.map(({ document, state }) => `${state} ${document.receivedAt}`),
      );
    };
    const flawed = [[`rejected ${at(0)}`], [`partial ${at(1)}`], []];

    it('a document is listed by what became of it last', async () => {
      expect(await listed()).toEqual(flawed);
      for (const text of ['rejected', 'partial']) {
        const { digest } = received(text).document;
        await stores.documents.replay(digest, at(20));
      }
      expect(await listed()).toEqual([
        [],
        [],
        [`waiting ${at(1)}`, `waiting ${at(0)}`],
      ]);
      await work(21, () => ({ outcome: 'rejected', reason: 'y' }));
      expect(await listed()).toEqual([
        [`rejected ${at(1)}`, `rejected ${at(0)}`],
        [],
        [],
      ]);
      // Read again while it has an outcome, which then is another.
      await knex('document_queue').insert({
        document_number: await findNumber('partial'),
        due_at: at(22),
      });
      await work(23, normalised());
      expect(await listed()).toEqual([[`rejected ${at(0)}`], [], []]);
    });

    it('no edit hides a document from its list', async () => {
      const number = await findNumber('rejected');
      const row = () =>
        knex('flawed_document').where('document_number', number);
      const refused = 'flawed_document only follows document_outcome';
      await expect(row().delete()).rejects.toThrow(refused);
      await expect(row().update({ source_id: 'x' })).rejects.toThrow(refused);
      await expect(row().update({ state: 'partial' })).rejects.toThrow(refused);
      await expect(
        knex('flawed_document').insert({
          document_number: await findNumber('normalised'),
          state: 'rejected',
          source_id: 'test',
          received_at: at(2),
        }),
      ).rejects.toThrow(refused);
      expect(await listed()).toEqual(flawed);
    });

    it('activity is rebuilt from the evidence', async () => {
      const before = await knex('subject_activity').orderBy('subject_key');
      expect(before).toHaveLength(1);
      await knex('subject_activity').update({
        first_observed_at: at(9),
        last_recorded_at: at(0),
      });
      await knex('subject_activity').insert({
        subject_key: 'repository|x',
        first_observed_at: at(0),
        last_recorded_at: at(0),
      });
      await stores.evidence.rebuild();
      expect(await knex('subject_activity').orderBy('subject_key')).toEqual(
        before,
      );
    });
  },
);
