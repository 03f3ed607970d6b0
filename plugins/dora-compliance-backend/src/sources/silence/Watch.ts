import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { randomUUID } from 'node:crypto';
import { shiftInstant } from '../../kernel/worker/shiftInstant';
import type { SilenceStore } from './SilenceStore';
import type { SourceKinds } from './sourceState';
import { sourceDefaults } from '../sourceDefaults';

/** What counts as a gap; times in milliseconds. */
export type SilenceSettings = {
  /** How long there may be no heartbeat of any replica. */
  tolerance: number;
  /** How long a source that only pushes may be idle. */
  quietAfter: number;
};

/** What watching takes. */
type WatchOptions = {
  store: SilenceStore;
  /** Ids of the sources that push and keep a log of it that can be read. */
  logged: readonly string[];
  /** What each installed source can do. */
  kinds: ReadonlyMap<string, SourceKinds>;
  settings: SilenceSettings;
  /** The interval between rounds of a target, in milliseconds. */
  frequency: number;
  /** Queues what closes the known gaps; returns how much. */
  closeGaps: (now: Instant) => Promise<number>;
  /** Keeps the tables of the sources small. */
  tidy: (now: Instant) => Promise<void>;
  logger: LoggerService;
  now: () => Instant;
  /** Called when assets become due. */
  onGap: () => void;
};

/** Detects when sources can't reach the backend and when no round succeeds. */
export class Watch {
  readonly #options: WatchOptions;
  readonly #replica = randomUUID();

  constructor(options: WatchOptions) {
    this.#options = options;
  }

  /** Records at the start which sources the backend receives from. */
  async start(): Promise<void> {
    const { store, now } = this.#options;
    // Before the first heartbeat, which records the time for each source.
    await store.recordSetups({ receiving: this.#receiving() }, now());
    await this.beat();
  }

  /** Records a heartbeat of this replica, and a gap if there was none. */
  async beat(): Promise<void> {
    const { store, settings, logger, now, onGap } = this.#options;
    const at = now();
    const hole = await store.recordHeartbeat({
      replica: this.#replica,
      now: at,
      tolerance: settings.tolerance,
      sourceIds: this.#receiving(),
      logs: {
        sourceIds: this.#options.logged,
        after: 2 * sourceDefaults.heartbeat,
      },
    });
    if (hole) {
      logger.warn('Deliveries could not be received', hole);
      await this.#options.closeGaps(at);
      onGap();
    }
  }

  /**
   * Records which targets have no complete round and which gaps are closed, and
   * queues what closes the others.
   */
  async look(): Promise<void> {
    const { store, frequency, tidy, logger, now, onGap } = this.#options;
    const at = now();
    const silent = await store.recordSilentCollectors({
      since: shiftInstant(at, -2 * frequency),
      now: at,
      receiving: this.#receiving(),
    });
    if (silent > 0) {
      logger.warn('Targets have had no complete round for too long', {
        silent,
      });
      onGap();
    }
    await store.closeGaps(at);
    await this.#options.closeGaps(at);
    await tidy(at);
  }

  /** Every replica sends heartbeats; one of them looks for gaps. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await this.start();
    await scheduler.scheduleTask({
      id: 'dora-compliance-beat',
      scope: 'local',
      frequency: { milliseconds: sourceDefaults.heartbeat },
      timeout: { seconds: 25 },
      fn: () => this.beat(),
    });
    await scheduler.scheduleTask({
      id: 'dora-compliance-silence',
      scope: 'global',
      frequency: { minutes: 1 },
      timeout: { minutes: 5 },
      fn: () => this.look(),
    });
  }

  /** Ids of the sources that can push to this replica. */
  #receiving(): string[] {
    return [...this.#options.kinds].flatMap(([id, { receives, off }]) =>
      receives && !off ? [id] : [],
    );
  }
}
