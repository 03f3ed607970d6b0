import type {
  Criticality,
  CriticalityView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

const PAGE_SIZE = 5000;

/** One page of how critical assets are. */
export type ReadCriticalities = (page: {
  cursor?: string;
  limit: number;
}) => Promise<{ items: CriticalityView[]; nextCursor?: string }>;

/**
 * How critical assets are, as last read. Reading happens beside those who
 * ask: they never wait for it, and its failures are not theirs.
 */
export class KnownCriticalities {
  readonly #options: {
    read: ReadCriticalities;
    now: () => number;
    /** Milliseconds from one attempt to the next. */
    maxAge: number;
    /** The same while nothing is known yet, e.g. right after the start. */
    retryAfter: number;
    onFailure: (error: unknown) => void;
  };
  #known: ReadonlyMap<string, Criticality | undefined> | undefined;
  #attemptedAt = -Infinity;
  #reading: Promise<void> | undefined;

  constructor(options: {
    read: ReadCriticalities;
    now: () => number;
    maxAge: number;
    retryAfter: number;
    onFailure: (error: unknown) => void;
  }) {
    this.#options = options;
  }

  /** Undefined until all of them were read once. */
  all(): ReadonlyMap<string, Criticality | undefined> | undefined {
    this.#readInBackground();
    return this.#known;
  }

  /** Resolves when no reading is going on. */
  async whenRead(): Promise<void> {
    await this.#reading;
  }

  #readInBackground() {
    const { now: clock, maxAge, retryAfter } = this.#options;
    const now = clock();
    const pause = this.#known?.size ? maxAge : retryAfter;
    if (this.#reading || now - this.#attemptedAt < pause) {
      return;
    }
    this.#attemptedAt = now;
    this.#reading = this.#readAll()
      .catch(this.#options.onFailure)
      .finally(() => {
        this.#reading = undefined;
      });
  }

  async #readAll() {
    const known = new Map<string, Criticality | undefined>();
    let cursor: string | undefined;
    do {
      const page = await this.#options.read({ cursor, limit: PAGE_SIZE });
      for (const { entityRef, level } of page.items) {
        known.set(entityRef, level);
      }
      cursor = page.nextCursor;
    } while (cursor);
    this.#known = known;
  }
}
