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

/** The longest an attempt to read a log takes: 20 minutes. */
const TIMEOUT = 20 * 60_000;

/** How long a reading stays with this replica: longer than it takes. */
const LEASE = TIMEOUT + 10 * 60_000;

/** What fetching missed deliveries takes. */
export type MissedDeliveriesOptions = {
  sources: ReadonlyMap<string, EvidenceSource>;
  collectors: ReadonlyMap<string, EvidenceCollector>;
  store: LogReadStore;
  documents: DocumentStore;
  redaction: RedactionScope;
  /** Where deliveries of a source are received; unknown where absent. */
  toIngestUrl: ((sourceId: string) => string) | undefined;
  logger: LoggerService;
  now: () => Instant;
  /** Called when documents were kept. */
  onReceived: () => void;
};

/** A source that keeps a log of what it delivers. */
type Logged = { source: EvidenceSource; log: DeliveryLog };

/**
 * Fetches the deliveries that were lost in gaps from the logs of the CI
 * systems. Every replica takes what is due.
 */
export class MissedDeliveries {
  readonly #options: MissedDeliveriesOptions;
  readonly #logged: ReadonlyMap<string, Logged>;
  readonly #worker: Worker;
  readonly #stopping = new AbortController();
  /** Sources that asked to be left alone, and until when. */
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

  /** Queues what gaps call for. Answers how many readings were queued. */
  queue(now: Instant): Promise<number> {
    const keptFor = [...this.#logged].map(
      ([id, { log }]) => [id, log.keptFor] as const,
    );
    return this.#options.store.queue({ keptFor: new Map(keptFor), now });
  }

  /** Reads the logs that are due; answers when none is. */
  drain(): Promise<void> {
    return this.#worker.drain();
  }

  /** Starts reading the logs that are due without waiting for it. */
  wake(): void {
    this.#worker.wake();
  }

  /** Keeps it going on every replica. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'dora-compliance-missed-deliveries',
      scope: 'local',
      frequency: { seconds: 30 },
      timeout: { minutes: 1 },
      // A reading may last; nobody waits for it here.
      fn: async () => this.wake(),
    });
  }

  /** Ends the reading at hand and takes no more. */
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
    const due = await store.take(at, shiftInstant(at, LEASE), resting);
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
        AbortSignal.timeout(TIMEOUT),
      ]),
      onLimit: wait =>
        this.#resting.set(due.sourceId, shiftInstant(now(), wait)),
    });
    logger.info('A delivery log was read', { source: due.sourceId, ...found });
    onReceived();
    return 1;
  }
}
