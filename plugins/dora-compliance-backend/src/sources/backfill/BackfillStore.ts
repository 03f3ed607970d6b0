import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Visibility } from '../../permissions/Visibility';
import type { SourceTarget } from '../collect/CollectionStore';

/** A back-fill that is due. */
export type DueBackfill = SourceTarget & {
  id: string;
  /** How far back it goes. */
  since: Instant;
  /** Where to go on; absent at its beginning. */
  cursor?: string;
  /** Tries since it last came on. */
  attempts: number;
  /** What the first document that was not whole says. */
  flaw?: string;
};

/** Port. Back-fills and how far they are; worked like a queue. */
export interface BackfillStore {
  /**
   * Queues a back-fill for one target of a source, or for all, as far as they
   * belong to assets that may be read. One that is not over and goes as far
   * back stands for it, and is due when it was waiting. Answers how many were
   * queued.
   */
  start(options: {
    sourceId: string;
    target?: string;
    visible?: Visibility;
    since: Instant;
    now: Instant;
  }): Promise<number>;

  /**
   * Queues a back-fill for each target, of any source, that had none since it
   * is looked at. Answers how many were queued.
   */
  onboard(options: { since: Instant; now: Instant }): Promise<number>;

  /**
   * Queues a backfill for each target with a gap that rounds do not reach.
   * Once for each gap; again, a day later at the earliest, when a round of the
   * target covered since the last one ended. Answers how many were queued.
   */
  closeGaps(options: {
    /** Sources whose backfills cover. */
    sourceIds: readonly string[];
    /** How far back rounds look. */
    lookBackTo: Instant;
    /** Gaps that ended before concern no control. */
    reach: Instant;
    now: Instant;
  }): Promise<number>;

  /**
   * Takes a back-fill that is due; nobody else gets it before `until`, by when
   * it is due again should the taker be killed.
   */
  take(
    now: Instant,
    until: Instant,
    /** Sources that are left alone. */
    resting?: readonly string[],
  ): Promise<DueBackfill | undefined>;

  /** Notes that it came on, and keeps it for its taker until an instant. */
  advance(
    id: string,
    progress: {
      cursor?: string;
      done: number;
      total?: number;
      flaw?: string;
      until: Instant;
    },
  ): Promise<void>;

  /** Lays it by until an instant, or for good where there is none. */
  pause(
    id: string,
    why: {
      problem?: string;
      /** Where to go on, when that changed. */
      cursor?: string;
      nextAt?: Instant;
      attempts: number;
      now: Instant;
    },
  ): Promise<void>;

  /**
   * Notes that its end was reached. Unless something could not be read it
   * covers all from its `since` to when it was started.
   */
  finish(id: string, now: Instant): Promise<void>;
}
