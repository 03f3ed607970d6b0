import { setTimeout as sleep } from 'node:timers/promises';

/** Who was served less than this many milliseconds ago is served still. */
const CALM = 100;

/** Work rests this many times as long as it took while others are served. */
const REST = 9;

/** But no longer than this, in milliseconds. */
const LONGEST = 1000;

/**
 * Lets those who wait for an answer go first. A sender gives up after some
 * seconds and a queue does not: while deliveries pour in, work on what they
 * brought takes a tenth of the time, and all of it as soon as they pause.
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

  /** Rests after work, if others are being served. @param took - in ms */
  async rest(took: number): Promise<void> {
    if (this.isServing) {
      await sleep(Math.min(took * REST, LONGEST));
    }
  }
}
