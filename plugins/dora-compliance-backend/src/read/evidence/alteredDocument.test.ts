import type { Knex } from 'knex';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { isSqlite } from '../../kernel/database/isSqlite';
import { createStores } from '../../testing/TestStores';
import {
  assetNamed,
  at,
  nodeNamed,
  normalised,
  received,
  statementOn,
} from '../../testing/samples';
import { normaliseWith } from '../../testing/normaliseWith';

const databases = new FreshDatabases();

/** Changes the bytes of all documents, as whoever owns the tables can. */
async function alter(knex: Knex) {
  await knex.raw(
    isSqlite(knex)
      ? 'DROP TRIGGER document_no_update'
      : 'ALTER TABLE document DISABLE TRIGGER ALL',
  );
  await knex('document').update({ body: Buffer.from('{"x":2}') });
}

describe.each(databases.eachSupportedId())(
  'a document that was altered on %s',
  databaseId => {
    it('is not handed out, and nothing is read from it again', async () => {
      const knex = await databases.init(databaseId);
      const { assets, documents, evidence } = await createStores(knex);
      const { entityRef } = assetNamed('a');
      await assets.save([nodeNamed('a')], at(0));
      const delivery = received('{"x":1}');
      const { digest } = delivery.document;
      await documents.receive([delivery]);
      const normalise = jest.fn(normalised(statementOn('a')));
      const work = () =>
        normaliseWith(documents, { limit: 9, now: at(2), normalise });
      await work();
      expect(normalise).toHaveBeenCalledTimes(1);
      expect(await evidence.readDocument(entityRef, digest)).toMatchObject({
        mediaType: 'application/json',
      });
      await alter(knex);
      expect(await evidence.readDocument(entityRef, digest)).toBe('altered');
      await documents.replay(digest, at(1));
      await work();
      expect(normalise).toHaveBeenCalledTimes(1);
      expect(await documents.find(digest)).toMatchObject({
        state: 'rejected',
        rejection: expect.stringContaining('no longer match its digest'),
      });
      // What it said before stays known.
      const { items } = await evidence.list(entityRef, { limit: 9 });
      expect(items).toHaveLength(1);
    });
  },
);
