import type { LoggerService } from '@backstage/backend-plugin-api';
import type { QueueThrottle } from './QueueThrottle';

/**
 * Processes a queue: one run at a time, until it is empty. A wake during a run
 * makes it check again. A run may work on several batches at the same time, so
 * that one is computed while the database works for another; while requests are
 * served, it works on one.
 */
export class Worker {
  readonly #name: string;
  readonly #work: () => Promise<number>;
  readonly #logger: LoggerService;
  readonly #queueThrottle: QueueThrottle | undefined;
  readonly #concurrency: number;
  #running: Promise<void> | undefined;
  #woken = false;
  #stopped = false;

  constructor(options: {
    name: string;
    /** Processes one batch and returns its size. */
    work: () => Promise<number>;
    logger: LoggerService;
    /** Work with a higher priority; none by default. */
    queueThrottle?: QueueThrottle;
    /** How many batches are worked on at the same time at most; 1 by default. */
    concurrency?: number;
  }) {
    this.#name = options.name;
    this.#work = options.work;
    this.#logger = options.logger;
    this.#queueThrottle = options.queueThrottle;
    this.#concurrency = options.concurrency ?? 1;
  }

  /**
   * Makes sure that the queue is processed. A failed batch is retried later.
   * Called for each delivery, so it allocates nothing that waits.
   */
  wake(): void {
    this.#woken = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** Wakes it, and resolves when the queue is empty. */
  async drain(): Promise<void> {
    this.wake();
    await this.#running;
  }

  /** Finishes the current batch and stops. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run() {
    try {
      while (this.#woken && !this.#stopped) {
        this.#woken = false;
        await this.#empty();
      }
    } catch (error) {
      this.#logger.warn('A batch of work will be tried again', {
        work: this.#name,
        error: String(error),
      });
    }
  }

  /** @throws the first error, when no batch is worked on any more */
  async #empty() {
    const done = await Promise.allSettled(
      Array.from({ length: this.#concurrency }, (_, place) =>
        this.#processBatches(place > 0),
      ),
    );
    for (const one of done) {
      if (one.status === 'rejected') {
        throw one.reason;
      }
    }
  }

  /** @param isExtra - ends while requests are served */
  async #processBatches(isExtra: boolean) {
    const isWanted = () =>
      !this.#stopped && !(isExtra && this.#queueThrottle?.isServing);
    while (isWanted() && (await this.#batch()) > 0);
  }

  async #batch(): Promise<number> {
    const begin = performance.now();
    const done = await this.#work();
    if (done > 0) {
      await this.#queueThrottle?.rest(performance.now() - begin);
    }
    return done;
  }
}
