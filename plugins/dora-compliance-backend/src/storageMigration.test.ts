import { hash } from 'node:crypto';
import {
  type Digest,
  type Subject,
  subjectKey,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Knex } from 'knex';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import { assetNamed, at, nodeNamed, received } from './testing/samples';
import { createStores } from './testing/TestStores';

const databases = new FreshDatabases();
const directory = `${__dirname}/../migrations`;
/** This migration and those that build on it, the last one first. */
const NAMES = ['20261129000400_history_pages.js', '20261129000300_storage.js'];

async function takeBack(knex: Knex) {
  for (const name of NAMES) {
    await knex.migrate.down({ directory, name } as never);
  }
}

const digestOf = (n: number): Digest =>
  `sha256:${hash('sha256', `[${n}]`)}` as Digest;

const entity: Subject = { kind: 'entity', uri: 'component:default/a' };
const long: Subject = { kind: 'artifact', uri: `oci://${'x'.repeat(600)}` };

/** A push of more commits than SQLite inserts at once. */
const commits = Array.from(
  { length: 600 },
  (_, n): Subject => ({ kind: 'commit', digest: `gitCommit:${n}` }),
);

const document = (n: number) => ({
  digest: digestOf(n),
  source_id: 'github',
  media_type: 'application/json',
  size: 3,
  headers: '{}',
  body: Buffer.from(`[${n}]`),
  verification: 'authenticated',
  proof: null,
  received_at: at(n),
  origin: 'pushed',
  redactions: null,
});

/** Rows as the version before kept them. */
const before: Record<string, object[]> = {
  document: [document(2), document(1)],
  delivery: [
    {
      source_id: 'github',
      delivery_id: '1',
      document_digest: digestOf(1),
      received_at: at(1),
      headers: null,
      verification: 'signed',
      proof: 'signed-body',
    },
  ],
  document_queue: [
    { document_digest: digestOf(2), due_at: at(2), attempts: 3 },
  ],
  document_outcome: [
    {
      document_digest: digestOf(1),
      state: 'partial',
      rejection: null,
      flaws: '["a"]',
      decided_at: at(3),
    },
  ],
  evidence: [
    {
      id: digestOf(7),
      type: 'change-merged',
      subjects: JSON.stringify([entity, long, ...commits]),
      predicate: '{}',
      observed_at: at(1),
      recorded_at: at(3),
      source_id: 'github',
      document_digest: digestOf(1),
      verification: 'authenticated',
      proof: 'secret',
    },
  ],
  evidence_level: [
    {
      evidence_id: digestOf(7),
      verification: 'signed',
      document_digest: digestOf(2),
      recorded_at: at(4),
      proof: null,
    },
  ],
  evidence_subject: [entity, long, ...commits].map(subject => ({
    subject_key: subjectKey(subject),
    evidence_id: digestOf(7),
    type: 'change-merged',
    observed_at: at(1),
  })),
};

async function rowsOf(knex: Knex) {
  const rows: Record<string, unknown> = {};
  for (const table of Object.keys(before)) {
    const found: unknown[] = await knex(table);
    rows[table] = found.map(row => JSON.stringify(row)).sort();
  }
  return rows;
}

describe.each(databases.eachSupportedId())('storage on %s', databaseId => {
  it('keeps what a former version kept, and gives it back', async () => {
    const knex = await databases.init(databaseId);
    const { assets } = await createStores(knex);
    await assets.save([nodeNamed('a')], at(0));
    await takeBack(knex);
    for (const [table, rows] of Object.entries(before)) {
      await knex.batchInsert(table, rows, 200);
    }
    // Each outcome that is replaced is kept by a trigger.
    await knex('document_outcome').update({ rejection: 'why' });
    await knex('document_outcome').update({ rejection: null });
    const kept = await rowsOf(knex);
    const tallied = await knex('document_tally').sum({ n: 'n' });

    await knex.migrate.latest({ directory });
    const { documents, evidence } = await createStores(knex);
    const { items } = await evidence.list(assetNamed('a').entityRef, {
      limit: 9,
    });
    expect(items).toMatchObject([
      {
        evidence: {
          id: digestOf(7),
          documentDigest: digestOf(1),
          verification: 'signed',
          subjects: [entity, long, ...commits],
        },
        document: { digest: digestOf(1), receivedAt: at(1) },
      },
    ]);
    expect(
      await evidence.readDocument(assetNamed('a').entityRef, digestOf(1)),
    ).toMatchObject({ body: Buffer.from('[1]') });
    expect(await documents.find(digestOf(1))).toMatchObject({
      state: 'partial',
      flaws: ['a'],
    });
    expect(await documents.count()).toEqual({ waiting: 1, rejected: 0 });
    expect(await knex('document_outcome_history')).toHaveLength(2);
    expect(await knex('document_tally').sum({ n: 'n' })).toEqual(tallied);
    const compressed = received(`{"${'long'.repeat(100)}":1}`);
    await documents.receive([compressed]);
    expect(await knex('document').pluck('encoding')).toContain('zstd');

    await takeBack(knex);
    const [row] = await knex('document').where(
      'digest',
      compressed.document.digest,
    );
    expect(Buffer.from(compressed.body)).toEqual(row.body);
    const again = await rowsOf(knex);
    expect({ ...again, document: [], document_queue: [] }).toEqual({
      ...kept,
      document: [],
      document_queue: [],
    });
    expect(again.document).toEqual(
      expect.arrayContaining(kept.document as string[]),
    );
    expect(await knex('document_outcome_history')).toHaveLength(2);
    await expect(knex('evidence').delete()).rejects.toThrow('append-only');
    await knex.migrate.latest({ directory });
    await expect(knex('evidence').delete()).rejects.toThrow('append-only');
  });

  it('stops where a row refers to one that is not there', async () => {
    const knex = await databases.init(databaseId);
    await createStores(knex);
    await takeBack(knex);
    await knex('evidence').insert(before.evidence!);
    await expect(knex.migrate.latest({ directory })).rejects.toThrow(
      'evidence has 1 rows, but 0 of them were copied',
    );
    expect(await knex('evidence').pluck('id')).toEqual([digestOf(7)]);
  });
});
