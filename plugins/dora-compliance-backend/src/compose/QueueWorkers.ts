import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EvidenceSource } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { causeOfFailure } from '../assess/causeOfFailure';
import { assessQueued } from '../assess/assessQueued';
import type { ControlCatalogue } from '../assess/ControlCatalogue';
import { normaliseQueued } from '../ledger/normalise/normaliseQueued';
import type { Stores } from './KnexStores';
import type { Telemetry } from '../kernel/telemetry/Telemetry';
import { PastWorker } from './PastWorker';
import { DeliveryThrottle } from '../kernel/worker/DeliveryThrottle';
import { QueueThrottle } from '../kernel/worker/QueueThrottle';
import { Worker } from '../kernel/worker/Worker';

/**
 * How many documents, or pairs of asset and control, one claim has: fewer while
 * deliveries arrive, so that none waits for long, and few while a page is
 * requested.
 */
const BATCH = {
  documents: { alone: 200, besideDeliveries: 50, besidePages: 5 },
  pairs: { alone: 400, besideDeliveries: 100, besidePages: 20 },
};

/** After how many milliseconds scores follow the statuses. */
const SCORE_EVERY = 500;

/**
 * How many times as long as the last update of scores took the next one waits, so that
 * scores take a tenth of the time while many statuses change.
 */
const SCORE_REST = 9;

/** How many entries of the queue of scores are processed at once. */
const SCORES = 2000;

/** What the workers need. */
type QueueWorkersOptions = {
  stores: Stores['work'];
  sources: ReadonlyMap<string, EvidenceSource>;
  controls: ControlCatalogue;
  /**
   * Evidence reported later than this after the event is late, in milliseconds.
   */
  lateAfter: number;
  /** The scores of how many days before the record are computed; none by default. */
  pastDays?: number;
  /** To be called when scores changed. */
  onScored?: () => void;
  logger: LoggerService;
  telemetry: Telemetry;
  now: () => Instant;
};

/**
 * The three workers of the corridor, one for each queue. Pages have priority over
 * deliveries, and deliveries over the queues.
 */
export class QueueWorkers {
  readonly #queueThrottle = new QueueThrottle();
  readonly #past: PastWorker;
  readonly #normaliser: Worker;
  readonly #decider: Worker;
  readonly #scorer: Worker;
  #nextScores: NodeJS.Timeout | undefined;
  /** How many milliseconds the last update of scores took. */
  #scoring = 0;
  readonly #options: QueueWorkersOptions;
  /** The throttle that deliveries pass. */
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
      concurrency: options.stores.assessments.concurrency,
      work: () => telemetry.span('decide controls', () => this.#decide()),
    });
    this.#scorer = new Worker({
      ...common,
      name: 'Updating scores',
      work: () => telemetry.span('update scores', () => this.#updateScores()),
    });
    this.#past = new PastWorker({
      ...options,
      ...common,
      days: options.pastDays ?? 0,
    });
  }

  /**
   * To be called when a page is requested. Call the returned function when it
   * was sent.
   */
  pageBegins(): () => void {
    const ends = this.#queueThrottle.pageBegins();
    return () => {
      ends();
      this.throttle.admit();
    };
  }

  /**
   * To be called when a delivery was stored. Deliveries that arrive meanwhile
   * are received first.
   */
  received(): void {
    this.#queueThrottle.served();
    // Each batch wakes the assessment worker.
    this.#normaliser.wake();
  }

  /** Starts processing the queues without waiting for the end. */
  wake(): void {
    this.#normaliser.wake();
    this.#decider.wake();
    this.#scorer.wake();
  }

  /** Processes all queues until nothing is due. */
  async drain(): Promise<void> {
    await this.#normaliser.drain();
    await this.#decider.drain();
    await this.#scorer.drain();
  }

  /**
   * Every replica polls for due work every few seconds, and one of them computes the
   * past while nothing else is to be done.
   */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'dora-compliance-work',
      scope: 'local',
      frequency: { seconds: 5 },
      timeout: { minutes: 10 },
      fn: async () => this.wake(),
    });
    await scheduler.scheduleTask({
      id: 'dora-compliance-past',
      scope: 'global',
      frequency: { minutes: 1 },
      initialDelay: { seconds: 30 },
      timeout: { minutes: 30 },
      fn: signal => this.#past.run(signal),
    });
  }

  /** Finishes the current batches and stops. */
  async stop(): Promise<void> {
    this.#past.stop();
    await this.#normaliser.stop();
    await this.#decider.stop();
    clearTimeout(this.#nextScores);
    await this.#scorer.stop();
  }

  async #normalise(): Promise<number> {
    const { stores, sources, lateAfter, now } = this.#options;
    const worked = await normaliseQueued(stores.documents, {
      sources,
      limit: this.#takeBatch('documents'),
      now: now(),
      lateAfter,
    });
    // Not only when the queue is empty: while deliveries keep arriving, it
    // never is.
    this.#decider.wake();
    return worked;
  }

  async #updateScores(): Promise<number> {
    const { stores, controls, now, onScored } = this.#options;
    const begin = performance.now();
    const updated = await stores.scores.fold({
      controls: [...controls.values()].map(({ control }) => control),
      limit: SCORES,
      today: now().slice(0, 10),
    });
    if (updated > 0) {
      this.#scoring = performance.now() - begin;
      onScored?.();
    }
    return updated;
  }

  async #decide(): Promise<number> {
    const { stores, controls, logger, now } = this.#options;
    const worked = await assessQueued(stores.assessments, stores.decision, {
      controls,
      limit: this.#takeBatch('pairs'),
      now: now(),
      onFailed: ({ error, ...pair }) =>
        logger.error('A control could not be assessed; it is tried again', {
          ...pair,
          ...causeOfFailure(error),
        }),
    });
    if (worked > 0) {
      this.#scoreSoon();
    }
    return worked;
  }

  /**
   * While batches follow one another, scores are brought up to date for many at once:
   * each time, the totals of the organization and its parts are written.
   */
  #scoreSoon(): void {
    this.#nextScores ??= setTimeout(() => {
      this.#nextScores = undefined;
      this.#scorer.wake();
    }, Math.max(SCORE_EVERY, SCORE_REST * this.#scoring)).unref();
  }

  #takeBatch(what: keyof typeof BATCH): number {
    const { alone, besideDeliveries, besidePages } = BATCH[what];
    if (this.#queueThrottle.isReading) {
      return besidePages;
    }
    return this.#queueThrottle.isServing ? besideDeliveries : alone;
  }
}
