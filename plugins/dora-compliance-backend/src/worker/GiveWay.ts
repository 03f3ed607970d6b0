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

/**
 * Lets those who wait for an answer go first. A sender gives up after some
 * seconds and a queue does not: while more deliveries pour in than leave time
 * for both, work on what they brought takes a tenth of it.
 */
export class GiveWay {
  #served = -Infinity;

  /** Somebody who waited was served. */
  served(): void {
    this.#served = performance.now();
  }

  /** Whether others are being served. */
  get isServing(): boolean {
    return performance.now() - this.#served < CALM;
  }

  /** Rests after work, as long as others need it. @param took - in ms */
  async rest(took: number): Promise<void> {
    const end = performance.now() + Math.min(took * REST, LONGEST);
    const begin = performance.eventLoopUtilization();
    let isBusy = true;
    while (isBusy && this.isServing && performance.now() < end) {
      await sleep(LOOK);
      isBusy = performance.eventLoopUtilization(begin).utilization > BUSY;
    }
  }
}
