import { z } from 'zod';
import { Criticality } from '../asset/Criticality';
import { ControlStatus } from '../assessment/ControlStatus';
import { Severity } from '../control/Control';
import { Effort } from '../control/Effort';
import { Instant } from '../time/Instant';
import { Explained } from './views';

/**
 * A control that waits for somebody: it is not satisfied or not assessed for an asset.
 *
 * @public
 */
export const ActionView = z.object({
  entityRef: z.string(),
  title: z.string(),
  ownerRef: z.string(),
  /** Absent if the asset is not classified: it counts as the most critical. */
  criticality: Criticality.optional(),
  control: z.object({ id: z.string(), code: z.string(), title: z.string() }),
  severity: Severity,
  /** An estimate; absent if the control has none. */
  effort: Effort.optional(),
  status: ControlStatus,
  reason: Explained,
  /** What to do, if the control says it. */
  advice: z.string().optional(),
  /** Since when this is the answer; absent if it was never assessed. */
  since: Instant.optional(),
});

/** @public */
export type ActionView = z.output<typeof ActionView>;

/**
 * A page of actions: what gains the most for its effort comes first, and what was
 * never assessed comes last.
 *
 * @public
 */
export const ActionsView = z.object({
  /**
   * The groups and users whose assets were looked at; empty if one asset was asked
   * about.
   */
  owners: z.array(z.string()),
  /** The assets that were looked at: the caller may read them. */
  assets: z.number().int().nonnegative(),
  /** All actions, by status. */
  notSatisfied: z.number().int().nonnegative(),
  notAssessed: z.number().int().nonnegative(),
  isPartial: z.boolean(),
  items: z.array(ActionView),
  nextCursor: z.string().optional(),
});

/** @public */
export type ActionsView = z.output<typeof ActionsView>;
