import type { LoggerService } from '@backstage/backend-plugin-api';
import type { QueueThrottle } from './QueueThrottle';

/**
 * Works a queue off: one run at a time, until nothing is left. A wake during
 * a run makes it look again.
 */
export class Worker {
  readonly #name: string;
  readonly #work: () => Promise<number>;
  readonly #logger: LoggerService;
  readonly #queueThrottle: QueueThrottle | undefined;
  #running: Promise<void> | undefined;
  #woken = false;
  #stopped = false;

  constructor(options: {
    name: string;
    /** Does one batch and answers its size. */
    work: () => Promise<number>;
    logger: LoggerService;
    /** Those who go first; nobody by default. */
    queueThrottle?: QueueThrottle;
  }) {
    this.#name = options.name;
    this.#work = options.work;
    this.#logger = options.logger;
    this.#queueThrottle = options.queueThrottle;
  }

  /**
   * Sees to it that the queue is worked off. A failed batch is tried again
   * later. Called for each delivery, so that it leaves nothing that waits.
   */
  wake(): void {
    this.#woken = true;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** Wakes it, and answers when the queue is empty. */
  async drain(): Promise<void> {
    this.wake();
    await this.#running;
  }

  /** Lets the batch at hand finish and takes no other. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #run() {
    try {
      while (this.#woken && !this.#stopped) {
        this.#woken = false;
        while (!this.#stopped && (await this.#batch()) > 0);
      }
    } catch (error) {
      this.#logger.warn('A batch of work will be tried again', {
        work: this.#name,
        error: String(error),
      });
    }
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
