import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { readCorpusJson } from '@ict-assurance/corpora';
import { DESCRIPTION, descriptionFile } from './recordings.corpora';

/**
 * Prism as a proxy that judges what the server behind it answers by GitHub's
 * own description of its API, and answers 500 when it breaks it.
 */
export class Prism {
  #process: ChildProcess | undefined;

  async start(upstream: string): Promise<string> {
    const port = await freePort();
    const cli = require.resolve('@stoplight/prism-cli/dist/index.js');
    const child = spawn(
      process.execPath,
      [
        cli,
        'proxy',
        descriptionFile(),
        upstream,
        '--errors',
        '--host',
        '127.0.0.1',
        '--port',
        String(port),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    this.#process = child;
    await new Promise<void>((resolve, reject) => {
      child.once('exit', code => reject(new Error(`prism ended with ${code}`)));
      child.stdout.on('data', chunk => {
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

/** Tells whether GitHub's description knows a path, e.g. `/repos/a/b/pulls`. */
export function describedPaths(): (pathname: string) => boolean {
  const { paths } = readCorpusJson(DESCRIPTION) as {
    paths: Record<string, any>;
  };
  const known = Object.entries(paths)
    .filter(([, operations]) => operations.get)
    .map(([template]) => {
      const pattern = template
        .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
        .replace(/\{[^}]+\}/g, '[^/]+');
      return new RegExp(`^${pattern}$`);
    });
  return pathname => known.some(pattern => pattern.test(pathname));
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => {
    server.close(resolve);
  });
  return port;
}
