import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CollectionTarget } from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** A delivery log that is due to be read. */
export type DueLogRead = {
  id: string;
  sourceId: string;
  /** When the first deliveries may have been lost. */
  since: Instant;
  /** Attempts so far. */
  attempts: number;
};

/** How an attempt to read a delivery log ended. */
export type LogReadOutcome = {
  /** How many missed deliveries were found in it. */
  fetched: number;
  /** Why it does not cover every target. */
  problem?: string;
  /** When to retry; absent when it is over. */
  nextAt?: Instant;
  attempts: number;
  now: Instant;
};

/** Port. Delivery logs to read after gaps; processed like a queue. */
export interface LogReadStore {
  /**
   * Queues a reading for each source with a gap of pushed deliveries, if none
   * was queued since the gap ended. Returns how many were queued.
   */
  queue(options: {
    /** How long each source keeps its log, in milliseconds. */
    keptFor: ReadonlyMap<string, number>;
    now: Instant;
  }): Promise<number>;

  /**
   * Takes a due reading. No other worker gets it before `until`; if this
   * process ends, it is due again then.
   */
  take(
    now: Instant,
    until: Instant,
    /** Sources that are rate-limited now. */
    resting?: readonly string[],
  ): Promise<DueLogRead | undefined>;

  /** The targets of a source. */
  listTargets(sourceId: string): Promise<CollectionTarget[]>;

  /** The delivery ids of a source that are already stored. */
  kept(sourceId: string, ids: readonly string[]): Promise<Set<string>>;

  /**
   * Records that all deliveries of a source about a target in an interval are
   * known.
   */
  cover(
    of: { sourceId: string; target: CollectionTarget },
    time: { from: Instant; to: Instant },
    now: Instant,
  ): Promise<void>;

  /** Records the result of an attempt. */
  end(id: string, outcome: LogReadOutcome): Promise<void>;
}
