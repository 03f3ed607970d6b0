import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DrillStore } from './DrillStore';

const ROOT = path.resolve(__dirname, '../../../..');
/** Ends a drill that hangs; says nothing about how fast a backend must be. */
const GIVE_UP_AFTER = 600_000;

/** Any secret will do, as long as the sender has the same. */
export const DRILL_SECRET = 'drill-webhook-secret';

/** The demo backend as a process that can be killed and started again. */
export class DrillBackend {
  readonly #store: DrillStore;
  #child: ChildProcess | undefined;
  #output = '';
  #url = '';
  #ended = false;

  constructor(store: DrillStore) {
    this.#store = store;
  }

  /** Where it listens since its last start. */
  get url(): string {
    return this.#url;
  }

  /** Whether its process lives. */
  get isRunning(): boolean {
    return this.#child !== undefined && isAlive(this.#child);
  }

  /** Starts it; returns when it is ready. */
  async start(): Promise<void> {
    if (this.#ended) {
      throw new Error('The drill is over');
    }
    const port = await freePort();
    this.#url = `http://localhost:${port}`;
    this.#output = '';
    const child = spawn(
      // Tests run under permissions of Node, which its processes inherit by
      // NODE_OPTIONS. The backend is none of them, but what is tested.
      'env',
      [
        '-u',
        'NODE_OPTIONS',
        process.execPath,
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        'src/index.ts',
        ...this.#store.configs.flatMap(file => [
          '--config',
          path.join(ROOT, file),
        ]),
      ],
      {
        cwd: path.join(ROOT, 'packages/backend'),
        env: { ...process.env, ...this.#store.env, ...settings(port) },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', text => {
        this.#output = `${this.#output}${text}`.slice(-8000);
      });
    }
    await this.#ready(child);
  }

  async #ready(child: ChildProcess) {
    const end = Date.now() + GIVE_UP_AFTER;
    while (Date.now() < end && isAlive(child)) {
      const answer = await fetch(
        `${this.#url}/.backstage/health/v1/readiness`,
        { signal: AbortSignal.timeout(60_000) },
      ).catch(() => undefined);
      if (answer?.ok) {
        return;
      }
      await sleep(100);
    }
    throw new Error(`The backend does not get ready:\n${this.#output}`);
  }

  /** SIGKILL, at once; returns when the process is gone. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child && isAlive(child)) {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    }
  }

  /** Kills it for good, whatever a drill that ran out of time still does. */
  async end(): Promise<void> {
    this.#ended = true;
    await this.kill();
  }
}

function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

/** What every backend under fault is set to, whatever its store. */
function settings(port: number) {
  const url = `http://localhost:${port}`;
  return {
    NODE_ENV: 'production',
    APP_BASE_URL: url,
    DORA_COMPLIANCE_GITHUB_WEBHOOK_SECRET: DRILL_SECRET,
    APP_CONFIG_app_baseUrl: JSON.stringify(url),
    APP_CONFIG_backend_baseUrl: JSON.stringify(url),
    APP_CONFIG_backend_listen: JSON.stringify(`:${port}`),
    APP_CONFIG_doraCompliance_github_webhookSecrets: JSON.stringify([
      DRILL_SECRET,
    ]),
    // The drill counts what is delivered.
    APP_CONFIG_doraCompliance_github_collect_enabled: 'false',
    APP_CONFIG_doraCompliance_assets_schedule_frequency_seconds: '2',
  };
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as net.AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
