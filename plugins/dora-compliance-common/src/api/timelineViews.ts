import { z } from 'zod';
import { ControlStatus } from '../assessment/ControlStatus';
import { Instant } from '../time/Instant';
import { Explained } from './views';

/**
 * A time in which a control had one status for an asset.
 *
 * @public
 */
export const StatusPeriodView = z.object({
  status: ControlStatus,
  from: Instant,
  /** Absent if it lasts. */
  to: Instant.optional(),
  /** Computed later, by the evidence of now; it begins and ends with a day (UTC). */
  isReconstructed: z.boolean(),
  /** Why it began; absent if that is not kept, as of what is reconstructed. */
  reason: Explained.optional(),
  /**
   * The last ten deployments to production in it, latest first; none while the control
   * was satisfied or did not apply.
   */
  deployments: z.array(
    z.object({
      deployment: z.string(),
      environment: z.string(),
      at: Instant,
      /** As the source names them. */
      deployers: z.array(z.string()),
      uri: z.string().optional(),
    }),
  ),
  omittedDeployments: z.number().int().nonnegative(),
});

/** @public */
export type StatusPeriodView = z.output<typeof StatusPeriodView>;

/**
 * The status of one control for one asset over time.
 *
 * @public
 */
export const ControlTimelineView = z.object({
  from: Instant,
  to: Instant,
  /** When the first result was recorded; absent if there is none. */
  recordedFrom: Instant.optional(),
  /** Earlier changes are left out: there are more than 200. */
  cutAt: Instant.optional(),
  /** Latest first. Of the time before the earliest nothing is known. */
  periods: z.array(StatusPeriodView),
});

/** @public */
export type ControlTimelineView = z.output<typeof ControlTimelineView>;
