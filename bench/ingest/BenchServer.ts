import { type ChildProcess, spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import createKnex from 'knex';
import { percentile } from '../percentile';
import { SECRET } from './deliveries';

/** On PostgreSQL. */
export const DATABASE = 'bench_server';

/** Milliseconds a backend may take to start. */
const START = 60_000;

/** What lets the benchmark ask for pages as a caller with a token. */
const TOKEN = 'bench-token-of-no-other-use';

/** A backend of its own process, and what can be seen of it. */
export class BenchServer {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(url: string, child: ChildProcess, folder: string) {
    this.url = url;
    this.#child = child;
    this.#folder = folder;
  }

  /**
   * @param options.postgres - address of a server; SQLite in files when absent
   * @param options.assesses - whether controls are assessed for a service
   * @param options.controls - how many controls assess what is there already
   */
  static async start({
    postgres,
    assesses = false,
    controls = 0,
  }: {
    postgres?: string;
    assesses?: boolean;
    controls?: number;
  }): Promise<BenchServer> {
    const folder = await mkdtemp(path.join(tmpdir(), 'bench-server-'));
    if (postgres && controls === 0) {
      await createDatabase(postgres);
    }
    const database = postgres ? onPostgres(postgres) : onSqlite(folder);
    const { freePort } = await import('../../tools/run/freePort.mjs');
    const url = `http://127.0.0.1:${await freePort()}`;
    const child = spawn(
      process.execPath,
      [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        path.join(__dirname, 'server.ts'),
      ],
      {
        env: {
          ...process.env,
          NODE_ENV: 'production',
          LOG_LEVEL: 'warn',
          BENCH_REAL_CONTROLS: assesses ? 'yes' : '',
          BENCH_REPEATED_CONTROLS: String(controls),
          ...Object.fromEntries(
            Object.entries(settings(url, database, assesses)).map(
              ([key, value]) => [`APP_CONFIG_${key}`, JSON.stringify(value)],
            ),
          ),
        },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      },
    );
    await ready(child, url);
    return new BenchServer(url, child, folder);
  }

  /** Memory it holds, in MiB. */
  async memory(): Promise<number> {
    const answers = on(this.#child, 'message');
    this.#child.send('memory');
    for await (const [{ rss }] of answers) {
      // Backstage sends messages of its own, too.
      if (rss !== undefined) {
        return rss / 1024 / 1024;
      }
    }
    return NaN;
  }

  /** Answers once everything received is worked on. */
  async idle(): Promise<void> {
    for (;;) {
      const answer = await this.get('/processing');
      const { documents } = await answer.json();
      if (documents.waiting === 0) {
        return;
      }
      await sleep(100);
    }
  }

  /** Answers once a page is there. */
  async finds(page: string): Promise<void> {
    const deadline = Date.now() + START;
    while (!(await this.get(page)).ok) {
      if (Date.now() > deadline) {
        throw new Error(`${page} is not found`);
      }
      await sleep(500);
    }
  }

  /** Asks for a page of ours. */
  get(page: string): Promise<Response> {
    return fetch(`${this.url}/api/dora-compliance${page}`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
  }

  async stop(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.kill();
    await gone;
    await rm(this.#folder, { recursive: true });
  }
}

/** How long a page takes, of so many asked for one after the other, in ms. */
export async function probe(server: BenchServer, page: string, count: number) {
  const times: number[] = [];
  for (let n = 0; n < count; n++) {
    const begin = performance.now();
    const answer = await server.get(page);
    await answer.arrayBuffer();
    if (!answer.ok) {
      throw new Error(`${page} was answered ${answer.status}`);
    }
    times.push(performance.now() - begin);
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}

function onPostgres(postgres: string) {
  const { hostname, port, username } = new URL(postgres);
  return {
    client: 'pg',
    connection: {
      host: hostname,
      port: Number(port),
      user: username,
      database: DATABASE,
    },
    pluginDivisionMode: 'schema',
  };
}

function onSqlite(folder: string) {
  return { client: 'better-sqlite3', connection: { directory: folder } };
}

function settings(url: string, database: object, assesses: boolean) {
  return {
    app: { baseUrl: url },
    backend: {
      baseUrl: url,
      listen: new URL(url).host,
      auth: {
        externalAccess: [
          { type: 'static', options: { token: TOKEN, subject: 'bench' } },
        ],
      },
      database,
    },
    catalog: {
      locations: assesses
        ? [{ type: 'file', target: path.join(__dirname, 'catalog.yaml') }]
        : [],
    },
    events: { http: { topics: ['bench'] } },
    doraCompliance: { github: { webhookSecrets: [SECRET] } },
  };
}

async function createDatabase(postgres: string) {
  const admin = createKnex({ client: 'pg', connection: postgres });
  await admin.raw(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
  await admin.raw(`CREATE DATABASE ${DATABASE}`);
  await admin.destroy();
}

async function ready(child: ChildProcess, url: string) {
  const deadline = Date.now() + START;
  while (child.exitCode === null && Date.now() < deadline) {
    const answer = await fetch(`${url}/.backstage/health/v1/readiness`).catch(
      () => undefined,
    );
    if (answer?.ok) {
      return;
    }
    await sleep(200);
  }
  child.kill('SIGKILL');
  throw new Error('The backend does not start');
}
