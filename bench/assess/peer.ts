import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import createKnex from 'knex';
import type { Figures } from './report';
import { sizes } from './sizes';

/** What starts and fills the peer. */
type PeerTarget = {
  start(options: {
    n: number;
    scenario: { name: string };
    logFile: string;
    configFile: string;
  }): Promise<Handle>;
  ready(options: { n: number }): Promise<number>;
  refresh(handle: Handle): Promise<{ totalMs: number }>;
};

type Target = PeerTarget & {
  bulkAsClient(n: number): Promise<{ results: number }>;
};

type Handle = { stop(): Promise<void> };

/** Its catalog is calm after so many milliseconds; of many components, later. */
const CALM = 10_000;

/** Databases of the peer. */
const DATABASES = 'backstage_plugin_%';

/**
 * Tech Insights on the same PostgreSQL: its refresh of the facts of as many
 * components, and the evaluation of as many checks. @param folder - of its
 * benchmark
 */
export function peer(folder: string, postgres: string): Promise<Figures> {
  const { assets: n } = sizes;
  return withPeer<Target, Figures>(folder, postgres, async (target, handle) => {
    const { totalMs } = await target.refresh(handle);
    await target.bulkAsClient(Math.min(n, 750));
    const begin = performance.now();
    const { results } = await target.bulkAsClient(n);
    const bulk = (performance.now() - begin) / 1000;
    if (results !== n * sizes.controls) {
      throw new Error(`The peer evaluated ${results} checks`);
    }
    return {
      'peer: refresh, s': totalMs / 1000,
      'peer: evaluation, s': bulk,
      'peer: checks per second': results / (totalMs / 1000 + bulk),
    };
  });
}

/** Starts the peer with its facts refreshed once, and removes it after use. */
export async function withPeer<TTarget extends PeerTarget, TResult>(
  folder: string,
  postgres: string,
  use: (target: TTarget, handle: Handle) => Promise<TResult>,
): Promise<TResult> {
  const { assets: n } = sizes;
  const module = pathToFileURL(path.join(folder, 'targets/tech-insights.mjs'));
  const target: TTarget = await import(module.href);
  const scratch = await mkdtemp(path.join(tmpdir(), 'bench-peer-'));
  await dropDatabases(postgres);
  const handle = await target.start({
    n,
    scenario: { name: 'plain' },
    logFile: path.join(scratch, 'backend.log'),
    configFile: await writeConfig(folder, scratch, postgres),
  });
  try {
    await target.ready({ n });
    // It refreshes by itself at its start.
    await sleep(n > 2000 ? 4 * CALM : CALM);
    await target.refresh(handle);
    return await use(target, handle);
  } finally {
    await handle.stop();
    await dropDatabases(postgres);
    await rm(scratch, { recursive: true });
  }
}

/** Its own configuration, on this PostgreSQL and with as many checks. */
async function writeConfig(folder: string, scratch: string, postgres: string) {
  const file = path.join(scratch, 'app-config.json');
  const script = path.join(folder, 'gen-config.mjs');
  await run([script, '0', 'none', file]);
  const config = JSON.parse(await readFile(file, 'utf8'));
  const { hostname: host, port, username: user } = new URL(postgres);
  config.backend.database.connection = { host, port: Number(port), user };
  const { factChecker } = config.techInsights;
  const known = Object.entries(factChecker.checks);
  factChecker.checks = Object.fromEntries(
    Array.from({ length: sizes.controls }, (_, n) => {
      const [id, check] = known[n % known.length]!;
      return [`${id}-${Math.floor(n / known.length)}`, check];
    }),
  );
  await writeFile(file, JSON.stringify(config));
  return file;
}

function run(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    child.on('exit', code =>
      code === 0 ? resolve() : reject(new Error(`${args[0]} failed`)),
    );
  });
}

async function dropDatabases(postgres: string) {
  const admin = createKnex({ client: 'pg', connection: postgres });
  const names: string[] = await admin('pg_database')
    .where('datname', 'like', DATABASES)
    .pluck('datname');
  for (const name of names) {
    await admin.raw('DROP DATABASE ?? WITH (FORCE)', [name]);
  }
  await admin.destroy();
}
