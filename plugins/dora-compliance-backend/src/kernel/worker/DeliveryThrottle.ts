import { performance } from 'node:perf_hooks';

/** A delivery waits no longer than this for pages that are in progress, in ms. */
const PAGE_WAIT = 250;

/** After so many milliseconds a delivery no longer waits: senders time out. */
const LONGEST_WAIT = 1000;

/** What is known about requested pages. */
interface PagesInProgress {
  /** Whether a page is requested now. */
  readonly isAnswering: boolean;
  /**
   * Whether a page is requested, or was a moment ago, so that the next may
   * follow.
   */
  readonly isReading: boolean;
  /** To be called when a delivery arrives; what it returns when it is stored. */
  deliveryBegins(): () => void;
}

type Waiting = { since: number; enter: () => void };

/**
 * Admits deliveries: all of them while no pages are read, otherwise one at a
 * time between pages. A page needs many ticks of the event loop and many
 * statements, and each concurrent delivery may delay every one of them.
 */
export class DeliveryThrottle {
  readonly #pages: PagesInProgress;
  readonly #now: () => number;
  readonly #waiting: Waiting[] = [];
  #inside = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param now - milliseconds of a monotonic clock */
  constructor(pages: PagesInProgress, now = () => performance.now()) {
    this.#pages = pages;
    this.#now = now;
  }

  /** Processes a delivery when it is admitted. */
  async through<T>(work: () => Promise<T>): Promise<T> {
    const ends = this.#pages.deliveryBegins();
    await new Promise<void>(enter => {
      this.#waiting.push({ since: this.#now(), enter });
      this.admit();
    });
    try {
      return await work();
    } finally {
      ends();
      this.#inside -= 1;
      this.admit();
    }
  }

  /** Admits the next deliveries. To be called when a page was answered. */
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
