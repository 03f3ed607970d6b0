import type { Knex } from 'knex';
import { FreshDatabases } from '../__testUtils__/FreshDatabases';
import { isSqlite } from '../kernel/database/isSqlite';
import { withLimits } from '../kernel/database/KnexLimited';
import { migrate } from '../kernel/database/migrate';
import { at, received } from '../testing/samples';
import { ReceivedDocumentCache } from './ReceivedDocumentCache';
import { KnexDocumentStore } from './KnexDocumentStore';
import { normaliseWith } from '../testing/normaliseWith';

const databases = new FreshDatabases();
let knex: Knex;
afterEach(() => knex.destroy());

it('a delivery that waits for a worker harms none that came with it', async () => {
  knex = await databases.init('POSTGRES_14');
  await migrate({ getClient: async () => knex });
  const view = withLimits(knex, { statement: 2_000 });
  const store = new KnexDocumentStore(view);
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

/** Deletes rows in spite of the guards. */
async function lose(table: string) {
  await knex.raw(
    isSqlite(knex)
      ? `DROP TRIGGER IF EXISTS ${table}_no_delete`
      : `ALTER TABLE ${table} DISABLE TRIGGER USER`,
  );
  await knex(table).delete();
}

async function loseDocuments() {
  await lose('document');
  await knex('document_queue').delete();
  await knex.raw(
    isSqlite(knex)
      ? "DELETE FROM sqlite_sequence WHERE name = 'document'"
      : 'ALTER SEQUENCE document_number_seq RESTART',
  );
}

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  const create = async (receivedCache?: ReceivedDocumentCache) => {
    knex = await databases.init(databaseId);
    await migrate({ getClient: async () => knex });
    return new KnexDocumentStore(knex, undefined, receivedCache);
  };

  it('captured bytes under other events take no dictionary of others', async () => {
    const store = await create();
    const named = (event: string) => ({
      ...received('{"n":0}'),
      headers: { 'x-github-event': event },
    });
    await store.receive([named('push')]);
    for (let n = 0; n < 3; n++) {
      await store.receive([named(`made-up-${n}`)]);
    }
    expect(await knex('body_dictionary').pluck('kind')).toEqual([
      'pushed push',
    ]);
  });

  it('nor do bytes that come many times at once', async () => {
    const store = await create();
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        store.receive([
          {
            ...received('{"n":0}'),
            headers: { 'x-github-event': `made-up-${n}` },
          },
        ]),
      ),
    );
    expect(await knex('body_dictionary')).toHaveLength(1);
  });

  it('gives back documents whose bytes could not be read', async () => {
    const cache = new ReceivedDocumentCache();
    const store = await create(cache);
    await store.receive([received('{"n":0}')]);
    jest.spyOn(cache, 'take').mockImplementationOnce(() => {
      throw new Error('no memory');
    });
    const claim = () => store.claim({ limit: 10, now: at(1) });
    await expect(claim()).rejects.toThrow('no memory');
    expect((await claim()).documents).toHaveLength(1);
  });

  it('each document of a group has its own bytes', async () => {
    const store = await create();
    const texts = [1, 200, 3000].map(length => `"${'x'.repeat(length)}"`);
    await store.receive(texts.map(text => received(text)));
    // Nothing is cached here: the bytes come from the database.
    const read: string[] = [];
    await normaliseWith(new KnexDocumentStore(knex), {
      limit: 10,
      now: at(1),
      normalise: ({ body }) => {
        read.push(new TextDecoder().decode(body));
        return { outcome: 'normalised', statements: [] };
      },
    });
    expect(read.sort()).toEqual(texts.sort());
  });

  it.each([
    ['that are new', []],
    ['together with some that came before', [received('{"n":0}', 1, 'again')]],
  ])('a lost dictionary costs no bodies %s', async (_, again) => {
    const store = await create();
    await store.receive([received('{"n":0}')]);
    // As a standby that takes over, or a restored backup, may lack the row.
    await lose('body_dictionary');
    const texts = [1, 2].map(n => `{"n":${n},"name":"${'long '.repeat(90)}"}`);
    await store.receive([...texts.map(text => received(text, 1)), ...again]);
    const read: string[] = [];
    await normaliseWith(new KnexDocumentStore(knex), {
      limit: 10,
      now: at(2),
      normalise: ({ body }) => {
        read.push(new TextDecoder().decode(body));
        return { outcome: 'normalised', statements: [] };
      },
    });
    expect(read.sort()).toEqual(['{"n":0}', ...texts]);
    expect(await knex('body_dictionary')).toHaveLength(1);
  });

  it('a cached document is not taken for another of its number', async () => {
    const store = await create();
    await store.receive([received('{"n":0}')]);
    const [{ number }] = await knex('document').select('number');
    // As in a backup that was restored, to which another replica writes.
    await lose('body_dictionary');
    await loseDocuments();
    await new KnexDocumentStore(knex).receive([received('{"n":1}', 1)]);
    expect(await knex('document').pluck('number')).toEqual([number]);
    const read: string[] = [];
    await normaliseWith(store, {
      limit: 10,
      now: at(2),
      normalise: ({ body }) => {
        read.push(new TextDecoder().decode(body));
        return { outcome: 'normalised', statements: [] };
      },
    });
    expect(read).toEqual(['{"n":1}']);
  });

  it('of a document at hand it holds the bytes once', async () => {
    const receivedCache = new ReceivedDocumentCache();
    const store = await create(receivedCache);
    const document = received(`"${'long '.repeat(100)}"`);
    await store.receive([document]);
    expect(receivedCache.take(1)).toEqual(document);
  });
});
