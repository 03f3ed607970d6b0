import { setImmediate as nextTurn } from 'node:timers/promises';
import { mockServices } from '@backstage/backend-test-utils';
import { QueueThrottle } from './QueueThrottle';
import { Worker } from './Worker';

/** A queue whose batches end when they are told to. */
class Queue {
  inWork = 0;
  readonly queueThrottle = new QueueThrottle();
  readonly worker: Worker;
  readonly #ends: ((done: number | Error) => void)[] = [];

  constructor(concurrency?: number) {
    this.worker = new Worker({
      name: 'test',
      logger: mockServices.logger.mock(),
      queueThrottle: this.queueThrottle,
      ...(concurrency && { concurrency }),
      work: async () => {
        this.inWork += 1;
        const done = await new Promise<number | Error>(end =>
          this.#ends.push(end),
        );
        this.inWork -= 1;
        if (done instanceof Error) {
          throw done;
        }
        return done;
      },
    });
  }

  /** Ends the oldest batch, and returns how many are worked on then. */
  async end(done: number | Error): Promise<number> {
    this.#ends.shift()!(done);
    await nextTurn();
    return this.inWork;
  }
}

describe('Worker', () => {
  it('works on one batch at a time by default', async () => {
    const queue = new Queue();
    queue.worker.wake();
    expect(queue.inWork).toBe(1);
    expect(await queue.end(5)).toBe(1);
    expect(await queue.end(0)).toBe(0);
  });

  it('works on several batches until nothing is left', async () => {
    const queue = new Queue(2);
    const drained = queue.worker.drain();
    expect(queue.inWork).toBe(2);
    expect(await queue.end(5)).toBe(2);
    expect(await queue.end(0)).toBe(1);
    expect(await queue.end(0)).toBe(0);
    await drained;
  });

  it('works on one batch while requests are served', async () => {
    const queue = new Queue(2);
    queue.queueThrottle.served();
    queue.worker.wake();
    expect(queue.inWork).toBe(1);
  });

  it('ends when all batches have ended if one fails, and can be woken', async () => {
    const queue = new Queue(2);
    let isDrained = false;
    const drained = queue.worker.drain().then(() => {
      isDrained = true;
    });
    expect(await queue.end(new Error('broken'))).toBe(1);
    expect(isDrained).toBe(false);
    expect(await queue.end(0)).toBe(0);
    await drained;
    queue.worker.wake();
    expect(queue.inWork).toBe(2);
  });

  it('stops after the current batches', async () => {
    const queue = new Queue(2);
    queue.worker.wake();
    const stopped = queue.worker.stop();
    expect(await queue.end(5)).toBe(1);
    expect(await queue.end(5)).toBe(0);
    await stopped;
  });
});
