import type { Knex } from 'knex';
import { FreshDatabases } from '../../__testUtils__/FreshDatabases';
import { jsonRows } from './jsonRows';

const databases = new FreshDatabases();
let knex: Knex;
afterEach(() => knex.destroy());

const columns = { name: 'text', at: 'instant', body: 'json' } as const;

const bodies = [
  '{"a":1e21,"b":0.1,"c":[null,true,"\\"\\\\/\\u2028é😀"],"d":{}}',
  '{"10":"?","9":"$1","name":":b"}',
  '"text"',
];

/** One of these has another effect on the whole statement. */
const withNul = [...bodies.slice(0, 2), '{"nul":"\\u0000"}'];

const cases = databases
  .eachSupportedId()
  .flatMap(([id]) => [bodies, withNul].map(texts => [id, texts] as const));

it.each(cases)(
  'rows arrive as they were written on %s',
  async (databaseId, texts) => {
    knex = await databases.init(databaseId);
    const rows = texts.map((body, place) => ({
      name: `it's "${place}" \\ ? $1`,
      at: place === 0 ? null : `2026-03-0${place}T00:00:00.000Z`,
      body,
    }));
    const found = await knex
      .from(jsonRows(knex, columns, rows).wrap('(', ') AS written'))
      .orderBy('name')
      .select('name', 'at', knex.raw('CAST(body AS text) AS body'));
    expect(
      found.map(row => ({
        ...row,
        at: row.at instanceof Date ? row.at.toISOString() : row.at,
      })),
    ).toEqual(rows);
    expect(
      await knex.from(jsonRows(knex, columns, []).wrap('(', ') AS written')),
    ).toEqual([]);
  },
);
