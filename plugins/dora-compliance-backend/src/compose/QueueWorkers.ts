import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { causeOfFailure } from '../assess/causeOfFailure';
import { assessQueued } from '../assess/assessQueued';
import type { ControlCatalogue } from '../assess/ControlCatalogue';
import { normaliseQueued } from '../ledger/normalise/normaliseQueued';
import type { Stores } from './KnexStores';
import type { Telemetry } from '../kernel/telemetry/Telemetry';
import { DeliveryThrottle } from '../kernel/worker/DeliveryThrottle';
import { QueueThrottle } from '../kernel/worker/QueueThrottle';
import { Worker } from '../kernel/worker/Worker';

/**
 * How many documents, or pairs of asset and control, one transaction works on:
 * fewer while deliveries come, so that none waits for long, and few while
 * somebody waits for a page.
 */
const BATCH = {
  documents: { alone: 200, besideDeliveries: 50, besidePages: 5 },
  pairs: { alone: 50, besideDeliveries: 50, besidePages: 5 },
};

/** What the workers need. */
export type QueueWorkersOptions = {
  stores: Stores['work'];
  sources: ReadonlyMap<string, EvidenceSource>;
  controls: ControlCatalogue;
  /** What is reported longer after it happened is late, in milliseconds. */
  lateAfter: number;
  logger: LoggerService;
  telemetry: Telemetry;
  now: () => Instant;
};

/**
 * The two workers of the corridor, one for each queue. Pages go before
 * deliveries, and deliveries before the queues.
 */
export class QueueWorkers {
  readonly #queueThrottle = new QueueThrottle();
  readonly #normaliser: Worker;
  readonly #decider: Worker;
  readonly #options: QueueWorkersOptions;
  /** What deliveries pass on their way in. */
  readonly throttle = new DeliveryThrottle(this.#queueThrottle);

  constructor(options: QueueWorkersOptions) {
    this.#options = options;
    const { telemetry } = options;
    const common = {
      logger: options.logger,
      queueThrottle: this.#queueThrottle,
    };
    this.#normaliser = new Worker({
      ...common,
      name: 'Normalising documents',
      work: () =>
        telemetry.span('normalise documents', () => this.#normalise()),
    });
    this.#decider = new Worker({
      ...common,
      name: 'Deciding controls',
      work: () => telemetry.span('decide controls', () => this.#decide()),
    });
  }

  /** Somebody asks for a page. Call what it answers when they have it. */
  pageBegins(): () => void {
    const ends = this.#queueThrottle.pageBegins();
    return () => {
      ends();
      this.throttle.admit();
    };
  }

  /** A delivery was kept; what others still bring is received first. */
  received(): void {
    this.#queueThrottle.served();
    // Which wakes the decider with each batch.
    this.#normaliser.wake();
  }

  /** Starts working the queues off without waiting for it. */
  wake(): void {
    this.#normaliser.wake();
    this.#decider.wake();
  }

  /** Works both queues off; answers when nothing is due. */
  async drain(): Promise<void> {
    await this.#normaliser.drain();
    await this.#decider.drain();
  }

  /** Lets the work at hand finish and takes no more. */
  async stop(): Promise<void> {
    await this.#normaliser.stop();
    await this.#decider.stop();
  }

  async #normalise(): Promise<number> {
    const { stores, sources, lateAfter, now } = this.#options;
    const worked = await normaliseQueued(stores.documents, {
      sources,
      limit: this.#takeBatch('documents'),
      now: now(),
      lateAfter,
    });
    // Not only at the end: where deliveries never pause there is none.
    this.#decider.wake();
    return worked;
  }

  #decide(): Promise<number> {
    const { stores, controls, logger, now } = this.#options;
    return assessQueued(stores.assessments, stores.decision, {
      controls,
      limit: this.#takeBatch('pairs'),
      now: now(),
      onFailed: ({ error, ...pair }) =>
        logger.error('A control could not be assessed; it is tried again', {
          ...pair,
          ...causeOfFailure(error),
        }),
    });
  }

  #takeBatch(what: keyof typeof BATCH): number {
    const { alone, besideDeliveries, besidePages } = BATCH[what];
    if (this.#queueThrottle.isReading) {
      return besidePages;
    }
    return this.#queueThrottle.isServing ? besideDeliveries : alone;
  }
}
