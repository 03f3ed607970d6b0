import type { Knex } from 'knex';
import { claimedPairsContract } from '../assess/claimedPairs.contract';
import { assessmentStoreContract } from '../assess/AssessmentStore.contract';
import { evidenceLoaderContract } from '../assess/EvidenceLoader.contract';
import { assetStoreContract } from '../register/AssetStore.contract';
import { discoveryStoreContract } from '../register/DiscoveryStore.contract';
import { registerStoreContract } from '../register/RegisterStore.contract';
import { backfillStoreContract } from '../sources/backfill/BackfillStore.contract';
import { collectionStoreContract } from '../sources/collect/CollectionStore.contract';
import { logReadStoreContract } from '../sources/collect/LogReadStore.contract';
import { evidenceStoreContract } from '../read/evidence/EvidenceStore.contract';
import { capturedDocumentsContract } from '../ledger/capturedDocuments.contract';
import { claimedDocumentsContract } from '../ledger/claimedDocuments.contract';
import { scopedDocumentsContract } from '../ledger/scopedDocuments.contract';
import { documentStoreContract } from '../ledger/DocumentStore.contract';
import { encodeBody } from '../ledger/bodies/encodeBody';
import { rowFromDocument } from '../ledger/documentRow';
import { KnexDocumentStore } from '../ledger/KnexDocumentStore';
import { silenceStoreContract } from '../sources/silence/SilenceStore.contract';
import { peopleStoreContract } from '../people/PeopleStore.contract';
import { at, received, statementOn } from '../testing/samples';
import { createStores } from '../testing/TestStores';
import { until } from '../testing/until';
import { FreshDatabases } from '../__testUtils__/FreshDatabases';
import { normaliseWith } from '../testing/normaliseWith';

const databases = new FreshDatabases();

/** Until so many transactions wait for others; on PostgreSQL alone. */
async function untilWaiting(knex: Knex, count: number) {
  await until(
    async () =>
      knex('pg_stat_activity')
        .where('datname', knex.raw('current_database()'))
        .where('wait_event_type', 'Lock'),
    waiting => waiting.length === count,
  );
}

it('runs on PostgreSQL, too', () => {
  expect(databases.supports('POSTGRES_14')).toBe(true);
});

it('keeps what another replica keeps in another order', async () => {
  const knex = await databases.init('POSTGRES_14');
  const { documents } = await createStores(knex);
  const one = received('{}', 0, 'd1');
  const other = await knex.transaction();
  const encoded = await encodeBody(one.body);
  const [document] = await other('document')
    .insert(rowFromDocument({ ...one, encoded }))
    .returning('number');
  const kept = documents.receive([one]);
  await untilWaiting(knex, 1);
  // Each waits for the other now; the database gives up one of them.
  try {
    await other('document_queue')
      .insert({ document_number: document.number, due_at: at(0) })
      .onConflict()
      .ignore();
    await other.commit();
  } catch {
    await other.rollback();
  }
  await kept;
  expect(await documents.count()).toEqual({ waiting: 1, rejected: 0 });
  await knex.destroy();
});

describe.each(databases.eachSupportedId())('on %s', databaseId => {
  const open: Knex[] = [];
  const connect = async () => {
    const knex = await databases.init(databaseId);
    open.push(knex);
    return knex;
  };
  const create = async () => createStores(await connect());

  afterEach(async () => {
    await Promise.all(open.splice(0).map(knex => knex.destroy()));
  });

  documentStoreContract(create);
  capturedDocumentsContract(create);
  claimedDocumentsContract(create);
  scopedDocumentsContract(create);
  evidenceLoaderContract(create);
  evidenceStoreContract(create);
  assetStoreContract(create);
  assessmentStoreContract(create);
  claimedPairsContract(create);
  peopleStoreContract(create);
  registerStoreContract(create);
  collectionStoreContract(create);
  backfillStoreContract(create);
  logReadStoreContract(create);
  silenceStoreContract(create);
  discoveryStoreContract(async () => (await create()).discoveries);

  it('reads bytes again that are delivered while they are normalised', async () => {
    const knex = await connect();
    await createStores(knex);
    const delivery = (id: string) => ({
      ...received('{}', 0, id),
      headers: { 'x-event': id },
    });
    const documents = new KnexDocumentStore(knex);
    await documents.receive([delivery('d1')]);
    const claim = await documents.claim({ limit: 10, now: at(1) });
    await documents.receive([delivery('d2')]);
    const read = claim.documents.map(one => ({
      ...one,
      result: { outcome: 'normalised' as const, statements: [] },
      parts: [],
    }));
    expect(await documents.complete(claim, read, at(1))).toBe(0);
    const seen: unknown[] = [];
    await normaliseWith(documents, {
      limit: 10,
      now: at(1),
      normalise: ({ headers }) => {
        seen.push(headers['x-event']);
        return { outcome: 'normalised', statements: [] };
      },
    });
    expect(seen).toEqual(['d1', 'd2']);
  });

  it('refuses to change what was kept', async () => {
    const knex = await connect();
    const { documents } = await createStores(knex);
    await documents.receive([received('1', 0, 'd1')]);
    await normaliseWith(documents, {
      limit: 1,
      now: at(1),
      normalise: () => ({
        outcome: 'normalised',
        statements: [statementOn('a')],
      }),
    });
    for (const table of [
      'document',
      'delivery',
      'evidence',
      'evidence_subject',
    ]) {
      await expect(knex(table).delete()).rejects.toThrow('append-only');
    }
    await expect(knex('evidence').update({ type: 'sbom' })).rejects.toThrow(
      'append-only',
    );
  });

  it('two workers share the queue without doing anything twice', async () => {
    const { documents } = await create();
    const all = Array.from({ length: 40 }, (_, n) => received(`[${n}]`));
    await documents.receive(all);
    const seen: string[] = [];
    const work = async () => {
      for (let n = 1; n > 0; ) {
        n = await normaliseWith(documents, {
          limit: 5,
          now: at(1),
          normalise: ({ document }) => {
            seen.push(document.digest);
            return { outcome: 'normalised', statements: [] };
          },
        });
      }
    };
    await Promise.all([work(), work()]);
    expect(seen.sort()).toEqual(all.map(item => item.document.digest).sort());
  });

  it('the migrations can be taken back', async () => {
    const knex = await connect();
    await createStores(knex);
    await knex.migrate.rollback({ directory: `${__dirname}/../../migrations` });
    expect(await knex.schema.hasTable('document')).toBe(false);
  });
});
