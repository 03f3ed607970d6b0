import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { CollectionTarget } from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** A delivery log that is due to be read. */
export type DueLogRead = {
  id: string;
  sourceId: string;
  /** From when on deliveries may have been lost. */
  since: Instant;
  /** Tries so far. */
  attempts: number;
};

/** How an attempt to read a delivery log ended. */
export type LogReadOutcome = {
  /** Missed deliveries that were found in it. */
  fetched: number;
  /** Why it does not answer for every target. */
  problem?: string;
  /** When to try again; absent when it is over. */
  nextAt?: Instant;
  attempts: number;
  now: Instant;
};

/** Port. Delivery logs to read after gaps; worked like a queue. */
export interface LogReadStore {
  /**
   * Queues a reading for each source with a gap in what it pushed that no
   * reading was queued for since the gap ended. Answers how many were queued.
   */
  queue(options: {
    /** For how long the log of each source is kept, in milliseconds. */
    keptFor: ReadonlyMap<string, number>;
    now: Instant;
  }): Promise<number>;

  /**
   * Takes a reading that is due; nobody else gets it before `until`, by when
   * it is due again should the taker be killed.
   */
  take(
    now: Instant,
    until: Instant,
    /** Sources that are left alone. */
    resting?: readonly string[],
  ): Promise<DueLogRead | undefined>;

  /** The targets of a source. */
  listTargets(sourceId: string): Promise<CollectionTarget[]>;

  /** Those of some delivery ids that were kept from a source. */
  kept(sourceId: string, ids: readonly string[]): Promise<Set<string>>;

  /** Notes that all a source delivered on a target in a time is known. */
  cover(
    of: { sourceId: string; target: CollectionTarget },
    time: { from: Instant; to: Instant },
    now: Instant,
  ): Promise<void>;

  /** Notes how an attempt ended. */
  end(id: string, outcome: LogReadOutcome): Promise<void>;
}
