import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Visibility } from '../../permissions/Visibility';
import type { SourceTarget } from '../collect/CollectionStore';

/** A backfill that is due. */
export type DueBackfill = SourceTarget & {
  id: string;
  /** How far back it goes. */
  since: Instant;
  /** Where it resumes; absent at its start. */
  cursor?: string;
  /** Attempts since it last made progress. */
  attempts: number;
  /** The problem of the first incomplete document. */
  flaw?: string;
};

/** Port. Backfills and their progress; processed like a queue. */
export interface BackfillStore {
  /**
   * Queues a backfill for one target of a source, or for all, as far as they
   * belong to assets that may be read. An unfinished backfill that goes as far
   * back is used instead, and becomes due if it was waiting. Returns how many
   * were queued.
   */
  start(options: {
    sourceId: string;
    target?: string;
    visible?: Visibility;
    since: Instant;
    now: Instant;
  }): Promise<number>;

  /**
   * Queues a backfill for each target, of any source, that had none since it
   * became a target. Returns how many were queued.
   */
  onboard(options: { since: Instant; now: Instant }): Promise<number>;

  /**
   * Queues a backfill for each target with a gap that rounds do not reach. Once
   * for each gap; again, a day later at the earliest, if a round covered the
   * target after the last one ended. Returns how many were queued.
   */
  closeGaps(options: {
    /** Sources whose backfills cover the past completely. */
    sourceIds: readonly string[];
    /** How far back rounds read. */
    lookBackTo: Instant;
    /** Gaps that ended before affect no control. */
    reach: Instant;
    now: Instant;
  }): Promise<number>;

  /**
   * Takes a due backfill. No other worker gets it before `until`; if this
   * process ends, it is due again then.
   */
  take(
    now: Instant,
    until: Instant,
    /** Sources that are rate-limited now. */
    resting?: readonly string[],
  ): Promise<DueBackfill | undefined>;

  /** Stores its progress, and extends the lease until an instant. */
  advance(
    id: string,
    progress: {
      cursor?: string;
      done: number;
      flaw?: string;
      until: Instant;
    },
  ): Promise<void>;

  /** Queues it for a retry at an instant, or ends it if there is none. */
  pause(
    id: string,
    why: {
      problem?: string;
      /** Where it resumes, if that changed. */
      cursor?: string;
      nextAt?: Instant;
      attempts: number;
      now: Instant;
    },
  ): Promise<void>;

  /**
   * Marks it as finished. If everything could be read, it covers the time from
   * its `since` to its start.
   */
  finish(id: string, now: Instant): Promise<void>;
}
