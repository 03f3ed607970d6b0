import type { Knex } from 'knex';
import { FreshDatabases } from '../__testUtils__/FreshDatabases';
import { withLimits } from '../database/KnexLimited';
import { migrate } from '../database/migrate';
import { received } from '../testing/samples';
import { KnexDocumentStore } from './KnexDocumentStore';

const databases = new FreshDatabases();
let knex: Knex;
afterEach(() => knex.destroy());

it('a delivery that waits for a worker harms none that came with it', async () => {
  knex = await databases.init('POSTGRES_14');
  await migrate({ getClient: async () => knex });
  const view = withLimits(knex, { statement: 2_000 });
  const store = new KnexDocumentStore(view, async () => {});
  await store.receive([received('{"n":0}')]);
  const worker = await knex.transaction();
  await worker('document_queue').forUpdate().select('document_number');
  const again = { ...received('{"n":0}'), headers: { 'x-event': 'other' } };
  const results = await Promise.allSettled(
    [again, received('{"n":1}'), received('{"n":2}')].map(one =>
      store.receive([one]),
    ),
  );
  await worker.rollback();
  expect(results.map(({ status }) => status)).toEqual([
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
  expect(await knex('document')).toHaveLength(3);
});
