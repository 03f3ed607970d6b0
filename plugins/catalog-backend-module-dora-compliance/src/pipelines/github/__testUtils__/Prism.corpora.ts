import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { corporaFolder } from '@ict-assurance/corpora';

/**
 * Prism as a proxy that judges what the server behind it answers by GitHub's
 * own description of its API, and answers 500 when it breaks it.
 */
export class Prism {
  #process: ChildProcess | undefined;

  async start(upstream: string): Promise<string> {
    const port = await freePort();
    const cli = require.resolve('@stoplight/prism-cli/dist/index.js');
    this.#process = spawn(
      process.execPath,
      [
        cli,
        'proxy',
        path.join(corpus(), 'github-openapi-subset.json'),
        upstream,
        '--errors',
        '--host',
        '127.0.0.1',
        '--port',
        String(port),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const output = this.#process.stdout;
    await new Promise<void>((resolve, reject) => {
      this.#process?.once('exit', code =>
        reject(new Error(`prism ended with ${code}`)),
      );
      output?.on('data', chunk => {
        if (String(chunk).includes('is listening')) {
          resolve();
        }
      });
    });
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    const child = this.#process;
    if (child && child.exitCode === null) {
      await new Promise(resolve => {
        child.removeAllListeners('exit');
        child.once('exit', resolve);
        child.kill();
      });
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}

/** An answer of GitHub as its documentation shows it. */
export function readExample(file: string): unknown {
  return JSON.parse(readFileSync(path.join(corpus(), file), 'utf8'));
}

function corpus(): string {
  return path.join(corporaFolder(), 'github-rest');
}
