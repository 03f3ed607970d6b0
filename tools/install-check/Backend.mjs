import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { start, stop } from '../run/command.mjs';
import { freePort } from '../run/freePort.mjs';

const BROKEN = /threw an error during startup|Plugin startup failed/;
const GIVE_UP = 10 * 60_000;

/** A backend of an app, which serves the built frontend, too. */
export class Backend {
  #process;

  /**
   * Starts it and waits until all its plugins are ready.
   *
   * @param options - `app`; `configs`: its files; `env`; `log`: where to write
   */
  static async start({ app, configs, env, log }) {
    const backend = new Backend();
    const port = await freePort();
    backend.url = `http://localhost:${port}`;
    backend.log = log;
    const output = openSync(log, 'a');
    backend.#process = start(
      'node',
      [
        ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
        'src/index.ts',
        ...configs.flatMap(file => ['--config', path.join(app, file)]),
      ],
      {
        cwd: path.join(app, 'packages/backend'),
        env: { ...env, ...settings(backend.url, port) },
        stdio: ['ignore', output, output],
      },
    );
    closeSync(output);
    try {
      await backend.#ready();
    } catch (error) {
      await backend.stop();
      throw error;
    }
    return backend;
  }

  async #ready() {
    const end = Date.now() + GIVE_UP;
    while (Date.now() < end) {
      const answer = await fetch(
        `${this.url}/.backstage/health/v1/readiness`,
      ).catch(() => undefined);
      if (answer?.ok) {
        return;
      }
      if (this.#process.exitCode !== null || BROKEN.test(this.text())) {
        throw new Error('a plugin of the backend does not start');
      }
      await sleep(250);
    }
    throw new Error(`the backend is not ready after ${GIVE_UP / 1000} s`);
  }

  /** What it has logged. */
  text() {
    return readFileSync(this.log, 'utf8');
  }

  async stop() {
    await stop(this.#process);
  }

  /** Answers JSON to a guest. */
  async get(route) {
    this.token ??= await this.#signIn();
    const response = await fetch(`${this.url}${route}`, {
      headers: { authorization: `Bearer ${this.token}` },
    });
    if (!response.ok) {
      throw new Error(
        `${route} answers ${response.status}: ${await response.text()}`,
      );
    }
    return response.json();
  }

  async #signIn() {
    const response = await fetch(`${this.url}/api/auth/guest/refresh`);
    const { backstageIdentity } = await response.json();
    return backstageIdentity.token;
  }
}

/** One origin for all, and a new entity is in the inventory at once. */
function settings(url, port) {
  return {
    NODE_ENV: 'development',
    APP_CONFIG_app_baseUrl: url,
    APP_CONFIG_backend_baseUrl: url,
    APP_CONFIG_backend_listen: JSON.stringify(`:${port}`),
    APP_CONFIG_doraCompliance_assets_schedule: JSON.stringify({
      frequency: { seconds: 5 },
      timeout: { minutes: 5 },
      initialDelay: { seconds: 1 },
    }),
  };
}
