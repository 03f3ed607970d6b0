import type {
  Instant,
  Subject,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CollectedDocument } from './CollectedDocument';
import type { CollectionTarget } from './CollectionTarget';
import type { DeliveryLog } from './DeliveryLog';

/**
 * Something the source says happened, of which a delivery should have been
 * received. Used to find out what was missed.
 *
 * @public
 */
export type ExpectedDelivery = {
  /** As evidence on it names its subject, e.g. a pipeline run. */
  readonly subject: Subject;
  /** When it happened, by the clock of the source. */
  readonly at: Instant;
};

/**
 * A document a collector read, and what it shows should have been received.
 *
 * @public
 */
export type CollectorReading = {
  readonly document: CollectedDocument;
  readonly expects?: readonly ExpectedDelivery[];
  /**
   * Source clock minus ours in milliseconds, where an answer reported the time.
   */
  readonly clockSkew?: number;
  /** Milliseconds the source asks to be left alone. */
  readonly retryAfter?: number;
};

/**
 * Answers kept from earlier, for conditional requests.
 *
 * @public
 */
export interface ConditionalCache {
  get(url: string): Promise<{ etag: string; body: unknown } | undefined>;
  set(url: string, answer: { etag: string; body: unknown }): Promise<void>;
}

/**
 * What a collector is given for one round.
 *
 * @public
 */
export type CollectorContext = {
  readonly now: () => Instant;
  /** Ends the round; what was read until then is kept. */
  readonly signal: AbortSignal;
  readonly cache: ConditionalCache;
  /** The parts to read; all of them where absent. */
  readonly parts?: readonly string[];
  /**
   * A part of the history that does not go back so far is not whole. Where
   * absent, it reads back as far as the collector itself wants.
   */
  readonly lookBackTo?: Instant;
};

/**
 * A step of a backfill. Its documents and its cursor are kept together, so
 * that it resumes there after a restart.
 *
 * @public
 */
export type BackfillStep = {
  readonly documents: readonly CollectedDocument[];
  /** Where to go on; absent when this was the last step. */
  readonly cursor?: string;
  /** Items read so far. */
  readonly done: number;
  /** Why this step could not be read whole; it is tried again from `cursor`. */
  readonly problem?: string;
  /** When to try again, where the source said so; milliseconds. */
  readonly retryAfter?: number;
};

/**
 * Port. Asks a CI system for what it does not push: settings, lists, history.
 * Never throws for what the system answers: a refusal is a document that is
 * not complete and says why.
 *
 * @public
 */
export interface EvidenceCollector {
  /** The source whose `normalise` reads what is collected. */
  readonly sourceId: string;
  /** The parts it reads of a target, without the heartbeat. */
  readonly parts: readonly string[];
  /**
   * Those of its parts that show what happened. A round covers a time when all
   * of these were whole. The others are on settings, whose statements say
   * themselves what was not read.
   */
  readonly history: readonly string[];
  /**
   * The history a backfill reads, too. One that reads less than all of it
   * covers nothing.
   */
  readonly backfilled: readonly string[];
  /** Where the CI system keeps a log of what it delivered to us. */
  readonly deliveryLog?: DeliveryLog;
  /** Whether a target is its to look at. */
  covers(target: CollectionTarget): boolean;
  /**
   * One round: a document per part or per thing within a part, at last the
   * heartbeat.
   */
  collect(
    target: CollectionTarget,
    context: CollectorContext,
  ): AsyncIterable<CollectorReading>;
  /** What happened since an instant, oldest or newest first, in steps. */
  backfill(
    target: CollectionTarget,
    from: { readonly since: Instant; readonly cursor?: string },
    context: CollectorContext,
  ): AsyncIterable<BackfillStep>;
}
