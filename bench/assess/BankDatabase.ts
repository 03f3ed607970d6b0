import createKnex, { type Knex } from 'knex';
import type { Control } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileCatalogue } from '../../plugins/dora-compliance-backend/src/assess/ControlCatalogue';
import { markDueByControls } from '../../plugins/dora-compliance-backend/src/due/KnexMarkDue';
import { DATABASE } from '../ingest/BenchServer';
import { now } from './clock';

/** The schema that Backstage gives our plugin. */
const SCHEMA = 'dora-compliance';

/** Makes an empty database. */
export async function createBankDatabase(server: string): Promise<void> {
  await withAdmin(server, async admin => {
    await admin.raw(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
    await admin.raw(`CREATE DATABASE ${DATABASE}`);
  });
  const knex = connectBank(server);
  await knex.raw('CREATE SCHEMA ??', [SCHEMA]);
  await knex.destroy();
}

export async function dropBankDatabase(server: string): Promise<void> {
  await withAdmin(server, admin =>
    admin.raw(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`),
  );
}

/** Connects as the plugin does in a backend. */
export function connectBank(server: string): Knex {
  return createKnex({
    client: 'pg',
    connection: `${server}/${DATABASE}`,
    searchPath: [SCHEMA],
  });
}

/** The installed controls, compiled. */
export async function installedControls(knex: Knex) {
  const bodies: string[] = await knex('control').orderBy('id').pluck('body');
  return compileCatalogue(bodies.map(body => JSON.parse(body) as Control));
}

/** Everything becomes due, and nothing has changed. */
export async function markAllDue(knex: Knex): Promise<void> {
  const ids: string[] = await knex('control').orderBy('id').pluck('id');
  await knex.transaction(transaction =>
    markDueByControls(transaction, ids, now()),
  );
}

export async function countRows(knex: Knex, table: string): Promise<number> {
  const row = await knex(table).count({ n: '*' }).first();
  return Number(row?.n);
}

async function withAdmin(
  server: string,
  work: (admin: Knex) => Promise<unknown>,
): Promise<void> {
  const admin = createKnex({ client: 'pg', connection: server });
  try {
    await work(admin);
  } finally {
    await admin.destroy();
  }
}
