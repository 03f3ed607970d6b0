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
  ConditionalCache,
  EvidenceCollector,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { DocumentStore } from '../../ledger/DocumentStore';
import type { RedactionScope } from '../../ledger/redact/redact';
import type { Telemetry } from '../../kernel/telemetry/Telemetry';
import { shiftInstant } from '../../kernel/worker/shiftInstant';
import { Worker } from '../../kernel/worker/Worker';
import type { BackfillStore } from '../backfill/BackfillStore';
import type {
  CollectionStore,
  DueTarget,
  SourceTarget,
} from './CollectionStore';
import { collectTarget } from './collectTarget';
import { listTargets } from './listTargets';
import { workBackfill } from '../backfill/workBackfill';
import { sourceDefaults } from '../sourceDefaults';

/** How CI systems are polled; times in milliseconds. */
export type CollectionSettings = {
  /** The interval between rounds of a target. */
  frequency: number;
  /** How far back every collector reads in each round, at least. */
  lookBack: number;
  /** How far back a new target is backfilled; not at all if absent. */
  onboarding?: number;
  /** How long a delivery may take before it counts as missed. */
  tolerance: number;
};

/** What collecting needs. */
type CollectionOptions = {
  collectors: ReadonlyMap<string, EvidenceCollector>;
  targets: CollectionStore;
  backfills: BackfillStore;
  documents: DocumentStore;
  createCache: (sourceId: string) => ConditionalCache;
  redaction: RedactionScope;
  settings: CollectionSettings;
  logger: LoggerService;
  now: () => Instant;
  /** Called when documents were stored. */
  onReceived: () => void;
  telemetry: Pick<Telemetry, 'round' | 'span'>;
};

/**
 * Polls CI systems for what they do not push, and backfills the past. Every
 * replica takes due work; if one ends, its work becomes due again.
 */
export class CollectionWorkers {
  readonly #options: CollectionOptions;
  readonly #rounds: Worker;
  readonly #backfills: Worker;
  readonly #stopping = new AbortController();
  /** Sources that are rate-limited, and until when. */
  readonly #resting = new Map<string, Instant>();

  constructor(options: CollectionOptions) {
    this.#options = options;
    const { logger } = options;
    this.#rounds = new Worker({
      name: 'Collecting evidence',
      logger,
      work: () => this.#collectDue(),
    });
    this.#backfills = new Worker({
      name: 'Backfilling evidence',
      logger,
      work: () => this.#backfillDue(),
    });
  }

  /**
   * Makes everything that assets name and that a collector covers a target, and
   * backfills the past of new ones.
   */
  async syncTargets(): Promise<void> {
    const { collectors, targets, backfills, settings, now } = this.#options;
    const wanted: SourceTarget[] = [];
    // Without collectors the assets need not be read.
    const pages = collectors.size > 0 ? targets.assets() : [];
    for await (const assets of pages) {
      for (const target of assets.flatMap(listTargets)) {
        const asked = [...collectors.values()].filter(one =>
          one.covers(target),
        );
        wanted.push(...asked.map(({ sourceId }) => ({ ...target, sourceId })));
      }
    }
    await targets.setTargets(wanted, now());
    if (settings.onboarding !== undefined) {
      const since = shiftInstant(now(), -settings.onboarding);
      await backfills.onboard({ since, now: now() });
    }
  }

  /** Processes due work until there is none. */
  async drain(): Promise<void> {
    await Promise.all([this.#rounds.drain(), this.#backfills.drain()]);
  }

  /** Starts processing due work without waiting for the end. */
  wake(): void {
    this.#rounds.wake();
    this.#backfills.wake();
  }

  /** Starts polling on every replica. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'dora-compliance-collect',
      scope: 'local',
      frequency: { seconds: 30 },
      timeout: { minutes: 1 },
      // A round may take long; nothing waits for it here.
      fn: async () => this.wake(),
    });
  }

  /** Ends the current rounds and stops. */
  async stop(): Promise<void> {
    this.#stopping.abort(new Error('The backend was stopped'));
    await Promise.all([this.#rounds.stop(), this.#backfills.stop()]);
  }

  async #collectDue(): Promise<number> {
    const { targets, now } = this.#options;
    const due = await targets.take({
      limit: sourceDefaults.targetsAtOnce,
      now: now(),
      until: shiftInstant(now(), sourceDefaults.lease),
      resting: this.#restingNow(),
    });
    const { telemetry } = this.#options;
    await Promise.all(
      due.map(target =>
        telemetry.span('collect a target', () => this.#collect(target)),
      ),
    );
    return due.length;
  }

  async #collect(target: DueTarget) {
    const { collectors, targets, settings, now } = this.#options;
    const collector = collectors.get(target.sourceId);
    if (!collector) {
      // Its module was removed; the next sync removes the target.
      return;
    }
    const round = await collectTarget(target, {
      ...this.#bindWork(collector),
      store: targets,
      tolerance: settings.tolerance,
      lookBack: settings.lookBack,
    });
    this.#letRest(target.sourceId, round.retryAfter);
    if (this.#stopping.signal.aborted && !round.complete) {
      // Aborted by this process: it does not count as a round, and is due at
      // once.
      await targets.collectNow(target.sourceId, target.uri, now());
      return;
    }
    await targets.finish(target, round, {
      dueAt: shiftInstant(round.startedAt, nextAfter(round.covers, settings)),
      lookBackTo: shiftInstant(round.startedAt, -settings.lookBack),
    });
    this.#options.telemetry.round(target.sourceId, round.complete);
    this.#options.onReceived();
  }

  async #backfillDue(): Promise<number> {
    const { backfills, collectors, now } = this.#options;
    const due = await backfills.take(
      now(),
      shiftInstant(now(), sourceDefaults.lease),
      this.#restingNow(),
    );
    if (!due) {
      return 0;
    }
    const collector = collectors.get(due.sourceId);
    if (collector) {
      await workBackfill(due, {
        ...this.#bindWork(collector),
        store: backfills,
        lease: sourceDefaults.lease,
        stopping: this.#stopping.signal,
        onLimit: wait => this.#letRest(due.sourceId, wait),
      });
      this.#options.onReceived();
    } else {
      const problem = writeReason(
        reason('collector-missing', { source: due.sourceId }),
      );
      await backfills.pause(due.id, { problem, attempts: 0, now: now() });
    }
    return 1;
  }

  #letRest(sourceId: string, wait: number | undefined) {
    if (wait !== undefined) {
      const until = shiftInstant(this.#options.now(), wait);
      const known = this.#resting.get(sourceId);
      this.#resting.set(sourceId, known && known > until ? known : until);
    }
  }

  #restingNow(): string[] {
    const now = this.#options.now();
    return [...this.#resting].flatMap(([id, until]) =>
      until > now ? [id] : [],
    );
  }

  #bindWork(collector: EvidenceCollector) {
    const { documents, redaction, createCache, now } = this.#options;
    return {
      collector,
      documents,
      redaction,
      cache: createCache(collector.sourceId),
      now,
      signal: AbortSignal.any([
        this.#stopping.signal,
        AbortSignal.timeout(sourceDefaults.attemptTimeout),
      ]),
    };
  }
}

/** A setting that is denied stays denied; events are read again sooner. */
function nextAfter(covers: boolean, { frequency }: CollectionSettings) {
  return covers ? frequency : frequency / 4;
}
