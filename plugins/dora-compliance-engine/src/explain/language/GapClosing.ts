import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * Work that reads what happened in a gap: the delivery log of the source, a
 * round of its collector, or a backfill.
 *
 * @public
 */
export type GapWork = {
  way: 'delivery-log' | 'round' | 'backfill';
  /** Since when it is queued. */
  since: Instant;
  /** Why the last attempt failed. */
  problem?: string;
};

/**
 * What is known of how a gap is closed.
 *
 * @public
 */
export type GapClosing = {
  sourceId: string;
  from: Instant;
  /** Absent while it lasts. */
  to?: Instant;
  /** When it is out of reach of a control. */
  leavesAt?: Instant;
  /** Why the source is off and what to set; absent when it is on. */
  off?: string;
  /** Whether a collector asks the source. */
  collects: boolean;
  /** What to configure so that a collector asks; absent where none can. */
  askedWith?: string;
  /** What is on its way, the most promising first. */
  work: readonly GapWork[];
  /** What the latest attempt that is over could not read. */
  problem?: string;
};
