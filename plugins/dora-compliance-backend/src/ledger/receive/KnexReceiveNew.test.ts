import { computeDigest } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import * as fc from 'fast-check';
import type { Knex } from 'knex';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { migrate } from '../../kernel/database/migrate';
import { received } from '../../testing/samples';
import { encodeBody } from '../bodies/encodeBody';
import type { EncodedDocument } from '../documentRow';
import { boundedDeliveryId } from './boundedDeliveryId';
import { KnexReceiveNew } from './KnexReceiveNew';
import { receiveDocuments } from './KnexReceiveDocuments';

const databases = new FreshDatabases();

const dictionary = { number: 1, bytes: Buffer.from('{"name":"payments"} ') };

const create = async () => {
  const knex = await databases.init('POSTGRES_14');
  await migrate({ getClient: async () => knex });
  await knex('body_dictionary').insert({
    number: 1,
    source_id: 'test',
    kind: 'any',
    month: '2026-03',
    bytes: dictionary.bytes,
  });
  return knex;
};

/** Texts that JSON, SQL, parameters and columns could each change. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ maxLength: 30 }),
  fc.constantFrom(
    '\0',
    '\\u0000',
    '\ud800',
    '?',
    '??',
    '\\?',
    '$1',
    ':name',
    "'; --",
    'null',
    ' x ',
    '"',
    '\u2028',
    'x'.repeat(3000),
  ),
);

/** What comes in at the door, each with bytes and an id of its own. */
const delivery = fc.record({
  id: fc.option(hostile, { nil: undefined }),
  headers: fc.dictionary(hostile, hostile, { maxKeys: 3 }),
  places: fc.array(hostile, { maxLength: 2 }),
  bytes: fc.uint8Array({ maxLength: 300 }),
  times: fc.nat(20),
  isShared: fc.boolean(),
  minutes: fc.double({ min: 0, max: 5e8, noNaN: true }),
  mediaType: fc.constantFrom('application/json', '?::json', `${"'"}$1\\`),
  level: fc.constantFrom(
    { verification: 'signed', proof: 'signed-body' } as const,
    { verification: 'authenticated', proof: 'secret' } as const,
    { verification: 'unverified', proof: 'none' } as const,
  ),
});

let count = 0;

async function encoded(
  one: typeof delivery extends fc.Arbitrary<infer T> ? T : never,
): Promise<EncodedDocument> {
  count += 1;
  const parts = Array.from({ length: one.times }, () => one.bytes);
  const body = Buffer.concat([Buffer.from(`${count} `), ...parts]);
  const { verification, proof } = one.level;
  const { document, ...rest } = received('', one.minutes);
  return {
    ...rest,
    document: {
      ...document,
      digest: computeDigest(body),
      size: body.length,
      mediaType: one.mediaType,
      verification,
      proof,
      redactions: one.places.map(pointer => ({ pointer, rule: 'secret' })),
    },
    deliveryId:
      one.id === undefined
        ? undefined
        : boundedDeliveryId(`${count} ${one.id}`),
    headers: one.headers,
    body,
    encoded: await encodeBody(body, one.isShared ? dictionary : undefined),
  };
}

async function listRows(knex: Knex) {
  const digests: { number: string; digest: string }[] = await knex(
    'document',
  ).select('number', 'digest');
  const digestBy = new Map(digests.map(row => [row.number, row.digest]));
  const named = ({ number, document_number, ...row }: any) => ({
    document: digestBy.get(number ?? document_number),
    ...row,
  });
  return {
    documents: (await knex('document').orderBy('digest')).map(named),
    deliveries: (await knex('delivery').orderBy('delivery_id')).map(named),
    queue: (await knex('document_queue'))
      .map(named)
      .sort((a, b) => (a.document < b.document ? -1 : 1)),
    tally: await knex('document_tally')
      .select('source_id', 'hour', 'state')
      .sum('n as n')
      .groupBy('source_id', 'hour', 'state')
      .orderBy('hour'),
  };
}

describe('KnexReceiveNew', () => {
  it('keeps the rows that the way of single tables keeps', async () => {
    const [one, other] = [await create(), await create()];
    const allNew = new KnexReceiveNew(one);
    await fc.assert(
      fc.asyncProperty(
        fc.array(delivery, { minLength: 1, maxLength: 8 }),
        async deliveries => {
          const group = await Promise.all(deliveries.map(encoded));
          const kept = await allNew.receive(group);
          const slowly = await other.transaction(transaction =>
            receiveDocuments(transaction, group),
          );
          expect(new Set(kept?.values())).toEqual(new Set(group));
          expect(new Set(slowly.values())).toEqual(new Set(group));
        },
      ),
      { numRuns: 25 },
    );
    const rows = await listRows(one);
    expect(rows.documents.length).toBeGreaterThan(25);
    expect(rows).toEqual(await listRows(other));
  });

  it.each([
    ['the bytes of another', received('{"n":1}', 1, 'other')],
    ['the id of another', received('{"n":2}', 1, 'known')],
  ])('keeps nothing of a group that has %s', async (_, again) => {
    const knex = await create();
    const encodeGroup = (...all: ReturnType<typeof received>[]) =>
      Promise.all(
        all.map(async document => ({
          ...document,
          encoded: await encodeBody(document.body),
        })),
      );
    const known = received('{"n":1}', 0, 'known');
    const both = await encodeGroup(known, again);
    expect(await new KnexReceiveNew(knex).receive(both)).toBeUndefined();
    expect(await knex('document')).toEqual([]);
    const allNew = new KnexReceiveNew(knex);
    expect((await allNew.receive(await encodeGroup(known)))?.size).toBe(1);
    const later = await encodeGroup(again, received('{"n":3}', 2));
    expect(await allNew.receive(later)).toBeUndefined();
    expect(await knex('document')).toHaveLength(1);
    expect(await knex('delivery')).toHaveLength(1);
    expect(await knex('document_queue')).toHaveLength(1);
  });
});
