import { performance } from 'node:perf_hooks';

/** How many deliveries are worked on at a time while pages are answered. */
const BESIDE_PAGES = 1;

/** After so many milliseconds a delivery waits for no page: senders give up. */
const LONGEST_WAIT = 1000;

type Waiting = { since: number; enter: () => void };

/**
 * Lets deliveries through: all that come, but one by one while somebody waits
 * for a page. A page takes many turns of the event loop, and in each of them
 * every delivery that is worked on goes before it.
 */
export class DeliveryThrottle {
  readonly #isReading: () => boolean;
  readonly #now: () => number;
  readonly #waiting: Waiting[] = [];
  #inside = 0;

  /**
   * @param isReading - whether pages are being answered
   * @param now - milliseconds of a clock that never goes back
   */
  constructor(isReading: () => boolean, now = () => performance.now()) {
    this.#isReading = isReading;
    this.#now = now;
  }

  /** Works on a delivery when it is its turn. */
  async through<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      this.#inside -= 1;
      this.#admit();
    }
  }

  async #enter(): Promise<void> {
    await new Promise<void>(enter => {
      this.#waiting.push({ since: this.#now(), enter });
      this.#admit();
    });
  }

  #admit() {
    for (;;) {
      const [first] = this.#waiting;
      if (!first || !this.#isTurnOf(first)) {
        return;
      }
      this.#waiting.shift();
      this.#inside += 1;
      first.enter();
    }
  }

  #isTurnOf({ since }: Waiting): boolean {
    return (
      this.#inside < BESIDE_PAGES ||
      !this.#isReading() ||
      this.#now() - since > LONGEST_WAIT
    );
  }
}
