import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** Serving ends when no request was served for so many milliseconds. */
const CALM = 100;

/**
 * While requests are served, queue work pauses for so many times its own
 * duration.
 */
const REST = 9;

/** The longest pause, in milliseconds. */
const LONGEST = 1000;

/**
 * How often the throttle checks whether requests need the time, in
 * milliseconds.
 */
const LOOK = 20;

/** Below this share of busy time, the process has time for both. */
const BUSY = 0.5;

/** So many deliveries at the same time come faster than they are stored. */
const CROWD = 8;

/** The clock of {@link QueueThrottle}, in milliseconds. */
interface Timing {
  now(): number;
  sleep(milliseconds: number): Promise<unknown>;
  /** Starts to measure how busy the process is. Returns a value from 0 to 1. */
  watchBusy(): () => number;
}

const REAL: Timing = {
  now: () => performance.now(),
  sleep,
  watchBusy() {
    const begin = performance.eventLoopUtilization();
    return () => performance.eventLoopUtilization(begin).utilization;
  },
};

/**
 * Throttles queue work while pages are answered, and while more deliveries arrive
 * than there is time for, because their senders wait. A sender times out after some
 * seconds, and a queue does not: the queues get a tenth of the time then.
 */
export class QueueThrottle {
  readonly #timing: Timing;
  #served = -Infinity;
  #pages = 0;
  #deliveries = 0;
  #lastPage = -Infinity;

  constructor(timing: Timing = REAL) {
    this.#timing = timing;
  }

  /** Call it when a delivery was served. */
  served(): void {
    this.#served = this.#timing.now();
  }

  /** Call it when a delivery arrives; call what it returns when it is stored. */
  deliveryBegins(): () => void {
    this.#deliveries += 1;
    return () => {
      this.#deliveries -= 1;
    };
  }

  /** Call it when a page is requested; call what it returns when it was sent. */
  pageBegins(): () => void {
    this.#pages += 1;
    return () => {
      this.#pages -= 1;
      this.#lastPage = this.#timing.now();
    };
  }

  /** Whether a page is being answered. */
  get isAnswering(): boolean {
    return this.#pages > 0;
  }

  /** Whether a page is being answered, or was a moment ago. */
  get isReading(): boolean {
    return this.isAnswering || this.#timing.now() - this.#lastPage < CALM;
  }

  /** Whether requests are being served. */
  get isServing(): boolean {
    return this.isReading || this.#timing.now() - this.#served < CALM;
  }

  /** Whether requests need the time of the queues. */
  get #isCrowded(): boolean {
    return this.isReading || this.#deliveries >= CROWD;
  }

  /** Pauses after work while requests need the time. @param took - in ms */
  async rest(took: number): Promise<void> {
    const end = this.#timing.now() + Math.min(took * REST, LONGEST);
    const busy = this.#timing.watchBusy();
    let isBusy = true;
    while (isBusy && this.#isCrowded && this.#timing.now() < end) {
      await this.#timing.sleep(LOOK);
      isBusy = busy() > BUSY;
    }
  }
}
