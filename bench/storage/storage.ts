import createKnex, { type Knex } from 'knex';
import {
  type BenchDelivery,
  deliveryNumber,
  mixedDelivery,
} from '../ingest/deliveries';
import { keepAsEvidence } from '../ingest/evidencePerSecond';

/** How many deliveries are kept. */
const DELIVERIES = Number(process.env.BENCH_DELIVERIES ?? 20_000);

/** What a table takes on disk, in bytes for each delivery. */
type Figures = {
  rows: number;
  table: number;
  toast: number;
  indexes: number;
  total: number;
};

/** Bytes on disk for each delivery, by table. */
async function sizes(knex: Knex): Promise<Record<string, Figures>> {
  const { rows }: { rows: { name: string; [size: string]: string }[] } =
    await knex.raw(`
      SELECT relname AS name,
        pg_relation_size(oid) AS "table",
        COALESCE(pg_total_relation_size(NULLIF(reltoastrelid, 0)), 0) AS toast,
        pg_indexes_size(oid) AS indexes,
        pg_total_relation_size(oid) AS total
      FROM pg_class
      WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
      ORDER BY pg_total_relation_size(oid) DESC`);
  const each = (bytes: string | undefined) =>
    Math.round(Number(bytes) / DELIVERIES);
  const figures: Record<string, Figures> = {};
  for (const row of rows) {
    const [counted] = await knex(row.name).count({ n: '*' });
    if (each(row.total) > 0) {
      figures[row.name] = {
        rows: Math.round((100 * Number(counted?.n)) / DELIVERIES) / 100,
        table: each(row.table),
        toast: each(row.toast),
        indexes: each(row.indexes),
        total: each(row.total),
      };
    }
  }
  return figures;
}

/** What so many deliveries of a kind take. */
async function measure(
  admin: Knex,
  postgres: string,
  delivery: (n: number) => BenchDelivery,
) {
  await admin.raw('DROP DATABASE IF EXISTS bench_storage');
  await admin.raw('CREATE DATABASE bench_storage');
  const connection = `${postgres}/bench_storage`;
  const knex = createKnex({ client: 'pg', connection });
  await keepAsEvidence(knex, DELIVERIES, delivery);
  await knex.raw('VACUUM ANALYZE');
  const tables = await sizes(knex);
  const received = await knex('document').sum({ n: 'size' }).first();
  const all = Object.values(tables).reduce((sum, { total }) => sum + total, 0);
  const bytes = Number(received?.n) / DELIVERIES;
  console.table(tables);
  console.table({
    'body of a delivery': { bytes: Math.round(bytes) },
    'kept for each delivery': { bytes: all },
    'kept / received': { bytes: Math.round((100 * all) / bytes) / 100 },
  });
  await knex.destroy();
  await admin.raw('DROP DATABASE bench_storage');
}

async function main() {
  const postgres = process.env.DORA_TEST_POSTGRES ?? '';
  const admin = createKnex({ client: 'pg', connection: postgres });
  console.log('Finished runs, each with evidence');
  await measure(admin, postgres, deliveryNumber);
  console.log('Deliveries of all kinds');
  await measure(admin, postgres, mixedDelivery);
  await admin.destroy();
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
