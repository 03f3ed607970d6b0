import { performance } from 'node:perf_hooks';

/** A delivery waits no longer than this for pages that are in progress, in ms. */
const PAGE_WAIT = 250;

/** After so many milliseconds a delivery waits for nobody: senders give up. */
const LONGEST_WAIT = 1000;

/** What is known of the pages that are asked for. */
export interface PagesInProgress {
  /** Whether somebody waits for one now. */
  readonly isAnswering: boolean;
  /** Whether somebody does, or did a moment ago and may ask for the next. */
  readonly isReading: boolean;
}

type Waiting = { since: number; enter: () => void };

/**
 * Lets deliveries through. While nobody reads pages: all that come. Otherwise
 * one at a time, and between pages: a page takes many turns of the event loop
 * and of the database, and each delivery in progress may be first in each of
 * them.
 */
export class DeliveryThrottle {
  readonly #pages: PagesInProgress;
  readonly #now: () => number;
  readonly #waiting: Waiting[] = [];
  #inside = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param now - milliseconds of a clock that never goes back */
  constructor(pages: PagesInProgress, now = () => performance.now()) {
    this.#pages = pages;
    this.#now = now;
  }

  /** Works on a delivery when it is its turn. */
  async through<T>(work: () => Promise<T>): Promise<T> {
    await new Promise<void>(enter => {
      this.#waiting.push({ since: this.#now(), enter });
      this.admit();
    });
    try {
      return await work();
    } finally {
      this.#inside -= 1;
      this.admit();
    }
  }

  /** Lets in whose turn it is. To be called when a page was answered. */
  admit(): void {
    clearTimeout(this.#timer);
    for (;;) {
      const [first] = this.#waiting;
      if (!first) {
        return;
      }
      if (!this.#isTurnOf(first)) {
        break;
      }
      this.#waiting.shift();
      this.#inside += 1;
      first.enter();
    }
    this.#timer = setTimeout(() => this.admit(), PAGE_WAIT);
  }

  #isTurnOf({ since }: Waiting): boolean {
    const waited = this.#now() - since;
    if (!this.#pages.isReading || waited > LONGEST_WAIT) {
      return true;
    }
    return (
      this.#inside === 0 && (!this.#pages.isAnswering || waited >= PAGE_WAIT)
    );
  }
}
