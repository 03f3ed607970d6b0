import type {
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  CollectedDocument,
  CollectionTarget,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Visibility } from '../../permissions/Visibility';

/** A target and the source that is asked about it. */
export type SourceTarget = CollectionTarget & { sourceId: string };

/** A target whose round is due. */
export type DueTarget = SourceTarget & {
  /** Since when it is looked at. */
  addedAt: Instant;
  /** When the last round began that covers the time before it. */
  lastCompleteAt?: Instant;
  /** Until when what happened was compared with what came unasked. */
  comparedTo?: Instant;
};

/** How one round went. */
export type Round = {
  startedAt: Instant;
  finishedAt: Instant;
  complete: boolean;
  /** Whether all that happened was read, though maybe not each setting. */
  covers: boolean;
  /** What was not read, and why; there unless it is complete. */
  problem?: string;
  parts: NonNullable<CollectedDocument['parts']>;
  /** Things the source says happened since it is looked at. */
  expected: number;
  /** Those of them we had been told of before the round. */
  received: number;
  missed: number;
  /** Until when what happened was compared. */
  comparedTo?: Instant;
  /** When the first that was missed happened. */
  missedFrom?: Instant;
  /** Clock of the source minus ours in milliseconds. */
  clockSkew?: number;
  /** Milliseconds the source asks to be left alone. */
  retryAfter?: number;
};

/** Port. What is looked at, when it is due, and how it went. */
export interface CollectionStore {
  /** All assets, page by page. */
  assets(): AsyncIterable<IctAsset[]>;

  /** Makes these the targets. New ones are due now; others stay as they are. */
  setTargets(targets: readonly SourceTarget[], now: Instant): Promise<void>;

  /**
   * Takes due targets; nobody else gets them before `until`, by when they are
   * due again should the taker be killed.
   */
  take(options: {
    limit: number;
    now: Instant;
    until: Instant;
    /** Sources that are left alone. */
    resting?: readonly string[];
  }): Promise<DueTarget[]>;

  /**
   * Records a round. One that covers does so since the last one that did, as
   * far as the collector looks back, and ends the silence of its target.
   */
  finish(
    target: DueTarget,
    round: Round,
    next: { dueAt: Instant; lookBackTo: Instant },
  ): Promise<void>;

  /**
   * When the oldest document that a source pushed since an instant came and
   * that waits to be read.
   */
  waitingSince(sourceId: string, since: Instant): Promise<Instant | undefined>;

  /** Those of some subjects we were told of, unasked, before an instant. */
  findReportedBefore(
    subjectKeys: readonly string[],
    before: Instant,
  ): Promise<Set<string>>;

  /**
   * Makes targets of a source due, as far as they belong to assets that may be
   * read; answers how many.
   */
  collectNow(
    sourceId: string,
    target: string | undefined,
    now: Instant,
    visible?: Visibility,
  ): Promise<number>;
}
