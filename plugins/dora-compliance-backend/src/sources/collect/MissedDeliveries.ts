import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  type Instant,
  reason,
  writeReason,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  DeliveryLog,
  EvidenceCollector,
  EvidenceSource,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { DocumentStore } from '../../ledger/DocumentStore';
import type { RedactionScope } from '../../ledger/redact/redact';
import { shiftInstant } from '../../kernel/worker/shiftInstant';
import { Worker } from '../../kernel/worker/Worker';
import type { LogReadStore } from './LogReadStore';
import { readDeliveryLog } from './readDeliveryLog';
import { sourceDefaults } from '../sourceDefaults';

/** What fetching missed deliveries needs. */
type MissedDeliveriesOptions = {
  sources: ReadonlyMap<string, EvidenceSource>;
  collectors: ReadonlyMap<string, EvidenceCollector>;
  store: LogReadStore;
  documents: DocumentStore;
  redaction: RedactionScope;
  /** The address that receives the deliveries of a source, if known. */
  toIngestUrl: ((sourceId: string) => string) | undefined;
  logger: LoggerService;
  now: () => Instant;
  /** Called when documents were stored. */
  onReceived: () => void;
};

/** A source that keeps a log of its deliveries. */
type Logged = { source: EvidenceSource; log: DeliveryLog };

/**
 * Fetches deliveries that were lost in gaps from the delivery logs of the CI
 * systems. Every replica takes due readings.
 */
export class MissedDeliveries {
  readonly #options: MissedDeliveriesOptions;
  readonly #logged: ReadonlyMap<string, Logged>;
  readonly #worker: Worker;
  readonly #stopping = new AbortController();
  /** Sources that are rate-limited, and until when. */
  readonly #resting = new Map<string, Instant>();

  constructor(options: MissedDeliveriesOptions) {
    const { sources, collectors, toIngestUrl, logger } = options;
    this.#options = options;
    this.#logged = new Map(
      [...collectors].flatMap(([id, { deliveryLog: log }]) => {
        const source = sources.get(id);
        const receives = source && source.receives !== false;
        return log && receives && toIngestUrl ? [[id, { source, log }]] : [];
      }),
    );
    this.#worker = new Worker({
      name: 'Fetching missed deliveries',
      logger,
      work: () => this.#readDue(),
    });
  }

  /** Ids of the sources whose log is read. */
  get sourceIds(): string[] {
    return [...this.#logged.keys()];
  }

  /** Queues readings for gaps. Returns how many. */
  queue(now: Instant): Promise<number> {
    const keptFor = [...this.#logged].map(
      ([id, { log }]) => [id, log.keptFor] as const,
    );
    return this.#options.store.queue({ keptFor: new Map(keptFor), now });
  }

  /** Reads the due logs until there is none. */
  drain(): Promise<void> {
    return this.#worker.drain();
  }

  /** Starts reading the due logs without waiting for the end. */
  wake(): void {
    this.#worker.wake();
  }

  /** Starts polling on every replica. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'dora-compliance-missed-deliveries',
      scope: 'local',
      frequency: { seconds: 30 },
      timeout: { minutes: 1 },
      // A reading may take long; nothing waits for it here.
      fn: async () => this.wake(),
    });
  }

  /** Ends the current reading and stops. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error('The backend was stopped'));
    await this.#worker.stop();
  }

  async #readDue(): Promise<number> {
    const { store, toIngestUrl, logger, now, onReceived } = this.#options;
    const at = now();
    const resting = [...this.#resting].flatMap(([id, until]) =>
      until > at ? [id] : [],
    );
    const due = await store.take(
      at,
      shiftInstant(at, sourceDefaults.lease),
      resting,
    );
    if (!due) {
      return 0;
    }
    const logged = this.#logged.get(due.sourceId);
    if (!logged || !toIngestUrl) {
      const problem = writeReason(
        reason('delivery-log-missing', { source: due.sourceId }),
      );
      const { attempts } = due;
      await store.end(due.id, { fetched: 0, problem, attempts, now: at });
      return 1;
    }
    const { documents, redaction } = this.#options;
    const found = await readDeliveryLog(due, {
      ...logged,
      store,
      documents,
      redaction,
      address: toIngestUrl(due.sourceId),
      now,
      signal: AbortSignal.any([
        this.#stopping.signal,
        AbortSignal.timeout(sourceDefaults.attemptTimeout),
      ]),
      onLimit: wait =>
        this.#resting.set(due.sourceId, shiftInstant(now(), wait)),
    });
    logger.info('A delivery log was read', { source: due.sourceId, ...found });
    onReceived();
    return 1;
  }
}
