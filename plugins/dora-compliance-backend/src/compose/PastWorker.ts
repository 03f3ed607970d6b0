import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { causeOfFailure } from '../assess/causeOfFailure';
import type { ControlCatalogue } from '../assess/ControlCatalogue';
import type { QueueThrottle } from '../kernel/worker/QueueThrottle';
import type { Stores } from './KnexStores';

/** How many assets are computed at once: what is loaded for them is in memory. */
const ASSETS = 10;

/** A run ends after so many milliseconds, and the next one continues. */
const LONGEST = 5 * 60_000;

/**
 * Computes scores of days before the record. It has the lowest priority: it waits
 * until all queues are empty, and stops when they are not.
 */
export class PastWorker {
  readonly #options: {
    stores: Stores['work'];
    controls: ControlCatalogue;
    /** How many days before the record. */
    days: number;
    queueThrottle: QueueThrottle;
    logger: LoggerService;
    now: () => Instant;
  };
  #stopped = false;

  constructor(options: {
    stores: Stores['work'];
    controls: ControlCatalogue;
    days: number;
    queueThrottle: QueueThrottle;
    logger: LoggerService;
    now: () => Instant;
  }) {
    this.#options = options;
  }

  /** Computes until nothing is left, the signal ends it, or there is other work. */
  async run(signal?: AbortSignal): Promise<void> {
    const { stores, controls, days, queueThrottle, logger, now } =
      this.#options;
    const end = performance.now() + LONGEST;
    const isStopped = () => this.#stopped || signal?.aborted === true;
    let done = 1;
    while (done > 0 && !isStopped() && performance.now() < end) {
      if (!(await this.#isIdle())) {
        return;
      }
      done = await stores.scores.reconstruct({
        stores: stores.decision,
        controls,
        days,
        limit: ASSETS,
        now: now(),
        rest: took => queueThrottle.rest(took),
        isStopped,
        onFailed: ({ error, ...pair }) =>
          logger.error(
            'The past of a control could not be assessed; it counts as not assessed',
            { ...pair, ...causeOfFailure(error) },
          ),
      });
    }
  }

  /** What is computed now is dropped, and computed again after a restart. */
  stop(): void {
    this.#stopped = true;
  }

  async #isIdle(): Promise<boolean> {
    const { stores, now } = this.#options;
    const documents = await stores.documents.queue(now());
    const pairs = await stores.assessments.queue(now());
    return (
      documents.length === 0 &&
      pairs.length === 0 &&
      (await stores.scores.isIdle())
    );
  }
}
