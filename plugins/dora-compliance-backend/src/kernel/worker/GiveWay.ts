import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** Who was served less than this many milliseconds ago is served still. */
const CALM = 100;

/** Work rests this many times as long as it took while others need the time. */
const REST = 9;

/** But no longer than this, in milliseconds. */
const LONGEST = 1000;

/** How often it is seen whether others need the time, in milliseconds. */
const LOOK = 20;

/** A process that is busy for a smaller part of the time has time for all. */
const BUSY = 0.5;

/** What {@link GiveWay} knows of time, all of it in milliseconds. */
export interface Timing {
  now(): number;
  sleep(milliseconds: number): Promise<unknown>;
  /** Begins to watch how busy the process is. Answers from 0 to 1. */
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
 * Lets those who wait for an answer go first. A sender gives up after some
 * seconds and a queue does not: while more deliveries pour in than leave time
 * for both, work on what they brought takes a tenth of it.
 */
export class GiveWay {
  readonly #timing: Timing;
  #served = -Infinity;
  #pages = 0;
  #lastPage = -Infinity;

  constructor(timing: Timing = REAL) {
    this.#timing = timing;
  }

  /** Somebody who waited was served. */
  served(): void {
    this.#served = this.#timing.now();
  }

  /** Somebody asks for a page. Call what it answers when they have it. */
  pageBegins(): () => void {
    this.#pages += 1;
    return () => {
      this.#pages -= 1;
      this.#lastPage = this.#timing.now();
    };
  }

  /** Whether somebody waits for a page. */
  get isAnswering(): boolean {
    return this.#pages > 0;
  }

  /** Whether somebody does, or did a moment ago. */
  get isReading(): boolean {
    return this.isAnswering || this.#timing.now() - this.#lastPage < CALM;
  }

  /** Whether others are being served. */
  get isServing(): boolean {
    return this.isReading || this.#timing.now() - this.#served < CALM;
  }

  /** Rests after work, as long as others need it. @param took - in ms */
  async rest(took: number): Promise<void> {
    const end = this.#timing.now() + Math.min(took * REST, LONGEST);
    const busy = this.#timing.watchBusy();
    let isBusy = true;
    while (isBusy && this.isServing && this.#timing.now() < end) {
      await this.#timing.sleep(LOOK);
      isBusy = busy() > BUSY;
    }
  }
}
