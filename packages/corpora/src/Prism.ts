import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { gitHubDescriptionFile } from './gitHubDescription';

/**
 * Prism as a proxy in front of a server that stands in for GitHub. It
 * validates what the server answers against GitHub's own OpenAPI description
 * and answers 500 to the client when an answer does not match.
 */
export class Prism {
  #process: ChildProcess | undefined;

  /** Starts the proxy in front of `upstream` and returns its URL. */
  async start(upstream: string): Promise<string> {
    const port = await freePort();
    const child = spawn(
      process.execPath,
      [
        require.resolve('@stoplight/prism-cli/dist/index.js'),
        'proxy',
        gitHubDescriptionFile(),
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
      child.once('exit', code => reject(new Error(`Prism ended with ${code}`)));
      createInterface(child.stdout).on('line', line => {
        if (line.includes('is listening')) {
          resolve();
        }
      });
    });
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    const child = this.#process;
    if (child && child.exitCode === null) {
      child.removeAllListeners('exit');
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
