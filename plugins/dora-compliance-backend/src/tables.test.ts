import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FreshDatabases } from './__testUtils__/FreshDatabases';
import { migrate } from './kernel/database/migrate';

const databases = new FreshDatabases();
const document = readFileSync(
  path.join(__dirname, '../../../docs/reference/tables.md'),
  'utf8',
);

it('all tables of the database are documented, and no other', async () => {
  const knex = await databases.init('SQLITE_3');
  await migrate({ getClient: async () => knex });
  const tables: string[] = await knex('sqlite_master')
    .where('type', 'table')
    .whereNot('name', 'like', 'knex_%')
    .whereNot('name', 'like', 'sqlite_%')
    .pluck('name');
  const rows = [...document.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
  expect(rows.sort()).toEqual(tables.sort());
});
