import type {
  IctAsset,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type {
  CollectedDocument,
  CollectionTarget,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { Visibility } from '../../permissions/Visibility';

/** A target and the source that is polled for it. */
export type SourceTarget = CollectionTarget & { sourceId: string };

/** A target whose round is due. */
export type DueTarget = SourceTarget & {
  /** Since when it is a target. */
  addedAt: Instant;
  /** When the last round started that covers the time before it. */
  lastCompleteAt?: Instant;
  /** Until when events of the source were compared with received ones. */
  comparedTo?: Instant;
};

/** The result of one round. */
export type Round = {
  startedAt: Instant;
  finishedAt: Instant;
  complete: boolean;
  /** Whether all events were read, though maybe not every setting. */
  covers: boolean;
  /** What was not read, and why; present unless it is complete. */
  problem?: string;
  parts: NonNullable<CollectedDocument['parts']>;
  /** Events that the source reports since this became a target. */
  expected: number;
  /** Of these, the events that were received before the round. */
  received: number;
  missed: number;
  /** Until when events were compared. */
  comparedTo?: Instant;
  /** When the first missed event happened. */
  missedFrom?: Instant;
  /** Clock of the source minus ours in milliseconds. */
  clockSkew?: number;
  /** Retry delay that the source asks for, in milliseconds. */
  retryAfter?: number;
};

/** Port. Targets, when they are due, and the results of their rounds. */
export interface CollectionStore {
  /** All assets, page by page. */
  assets(): AsyncIterable<IctAsset[]>;

  /**
   * Stores these as the targets. New ones are due now; others do not change.
   */
  setTargets(targets: readonly SourceTarget[], now: Instant): Promise<void>;

  /**
   * Takes due targets. No other worker gets them before `until`; if this
   * process ends, they are due again then.
   */
  take(options: {
    limit: number;
    now: Instant;
    until: Instant;
    /** Sources that are rate-limited now. */
    resting?: readonly string[];
  }): Promise<DueTarget[]>;

  /**
   * Records a round. A round that covers does so since the last one that did,
   * as far as the collector reads back, and ends the silence of its target.
   */
  finish(
    target: DueTarget,
    round: Round,
    next: { dueAt: Instant; lookBackTo: Instant },
  ): Promise<void>;

  /**
   * When the oldest waiting document was received that a source pushed since an
   * instant.
   */
  waitingSince(sourceId: string, since: Instant): Promise<Instant | undefined>;

  /**
   * The subjects on which a source reported without being polled, before an
   * instant.
   */
  findReportedBefore(
    subjectKeys: readonly string[],
    before: Instant,
  ): Promise<Set<string>>;

  /**
   * Makes targets of a source due, as far as they belong to assets that may be
   * read; returns how many.
   */
  collectNow(
    sourceId: string,
    target: string | undefined,
    now: Instant,
    visible?: Visibility,
  ): Promise<number>;
}
