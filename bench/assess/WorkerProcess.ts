import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { PassFigures, ReadFigures, Task } from './worker';

/** A worker in a process of its own. */
export class WorkerProcess {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Returns once it is prepared. */
  static async start(): Promise<WorkerProcess> {
    const child = spawn(
      process.execPath,
      [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        path.join(__dirname, 'worker.ts'),
      ],
      {
        env: { ...process.env, NODE_ENV: 'production' },
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      },
    );
    await message(child, 'ready');
    return new WorkerProcess(child);
  }

  /** Processes everything that is due. @param name - of the profile */
  pass(name: string): Promise<PassFigures> {
    return this.#ask({ what: 'pass', name });
  }

  /** Reads so many pages while nothing else goes on, and beside a pass. */
  reads(count: number): Promise<ReadFigures> {
    return this.#ask({ what: 'reads', count });
  }

  async stop(): Promise<void> {
    const gone = once(this.#child, 'exit');
    this.#child.kill();
    await gone;
  }

  #ask<T>(task: Task): Promise<T> {
    const answer = message<T>(this.#child, 'answer');
    this.#child.send(task);
    return answer;
  }
}

/** Does something with a worker that nothing was asked of before. */
export async function withWorker<T>(
  work: (worker: WorkerProcess) => Promise<T>,
): Promise<T> {
  const worker = await WorkerProcess.start();
  try {
    return await work(worker);
  } finally {
    await worker.stop();
  }
}

/** The next message that has a field of this name. */
function message<T>(child: ChildProcess, name: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error('A worker ended by itself'));
    const onMessage = (told: Record<string, unknown>) => {
      if (name in told) {
        child.off('message', onMessage);
        child.off('exit', onExit);
        resolve(told[name] as T);
      }
    };
    child.on('message', onMessage);
    child.once('exit', onExit);
  });
}
