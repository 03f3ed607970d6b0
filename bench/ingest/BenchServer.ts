import { type ChildProcess, spawn } from 'node:child_process';
import { on, once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import createKnex, { type Knex } from 'knex';
import { SECRET } from './deliveries';

const DATABASE = 'bench_server';

/** Milliseconds a backend may take to start. */
const START = 60_000;

/** What lets the benchmark ask for pages as a caller with a token. */
const TOKEN = 'bench-token-of-no-other-use';

/** A backend of its own process, and what can be seen of it. */
export class BenchServer {
  readonly url: string;
  readonly #child: ChildProcess;
  readonly #knex: Knex;

  private constructor(url: string, child: ChildProcess, knex: Knex) {
    this.url = url;
    this.#child = child;
    this.#knex = knex;
  }

  /** @param postgres - address of the server its databases are on */
  static async start(postgres: string): Promise<BenchServer> {
    await createDatabase(postgres);
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
          ...Object.fromEntries(
            Object.entries(settings(url, postgres)).map(([key, value]) => [
              `APP_CONFIG_${key}`,
              JSON.stringify(value),
            ]),
          ),
        },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      },
    );
    await ready(child, url);
    const knex = createKnex({
      client: 'pg',
      connection: `${postgres}/${DATABASE}`,
      searchPath: ['dora-compliance'],
    });
    return new BenchServer(url, child, knex);
  }

  /** Headers of a caller who may read. */
  get reader(): Record<string, string> {
    return { authorization: `Bearer ${TOKEN}` };
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
      const [row] = await this.#knex('document_queue').count({ n: '*' });
      if (Number(row?.n) === 0) {
        return;
      }
      await sleep(100);
    }
  }

  async stop(): Promise<void> {
    await this.#knex.destroy();
    const gone = once(this.#child, 'exit');
    this.#child.kill();
    await gone;
  }
}

function settings(url: string, postgres: string) {
  const { hostname, port, username } = new URL(postgres);
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
      database: {
        client: 'pg',
        connection: {
          host: hostname,
          port: Number(port),
          user: username,
          database: DATABASE,
        },
        pluginDivisionMode: 'schema',
      },
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
