import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import createKnex from 'knex';
import { deliveryNumber } from './deliveries';

const run = promisify(execFile);

const DATABASE = 'bench_postgres_alone';

/** Different bodies; each is a script of its own. */
const SCRIPTS = 16;

const CONNECTIONS = 16;

/** Seconds. */
const DURATION = Number(process.env.BENCH_PGBENCH ?? 15);

/**
 * How many deliveries a second PostgreSQL itself commits: `pgbench` inserts
 * their bodies as they came, a row in each transaction, over 16 connections.
 * Undefined if `pgbench` is not installed.
 */
export async function postgresAlone(
  postgres: string,
): Promise<number | undefined> {
  const admin = createKnex({ client: 'pg', connection: postgres });
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-pgbench-'));
  try {
    await admin.raw(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
    await admin.raw(`CREATE DATABASE ${DATABASE}`);
    const connection = `${postgres}/${DATABASE}`;
    const knex = createKnex({ client: 'pg', connection });
    await knex.schema.createTable('delivery', table => {
      table.bigIncrements('id');
      table.text('body').notNullable();
    });
    await knex.destroy();
    const { stdout } = await run('pgbench', [
      '--no-vacuum',
      `--client=${CONNECTIONS}`,
      `--time=${DURATION}`,
      ...(await scripts(folder)),
      connection,
    ]);
    await admin.raw(`DROP DATABASE ${DATABASE}`);
    return Number(/^tps = ([\d.]+)/m.exec(stdout)?.[1]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw error;
  } finally {
    await rm(folder, { recursive: true });
    await admin.destroy();
  }
}

async function scripts(folder: string): Promise<string[]> {
  const files: string[] = [];
  for (let n = 0; n < SCRIPTS; n++) {
    const file = path.join(folder, `${n}.sql`);
    const body = deliveryNumber(n).body.toString().replaceAll("'", "''");
    await writeFile(file, `INSERT INTO delivery (body) VALUES ('${body}');\n`);
    files.push(`--file=${file}`);
  }
  return files;
}
