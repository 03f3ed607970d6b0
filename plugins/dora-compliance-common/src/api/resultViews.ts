import { z } from 'zod';
import { Criticality } from '../asset/Criticality';
import { Row } from '../assessment/Assessment';
import { ControlStatus } from '../assessment/ControlStatus';
import { Instant } from '../time/Instant';
import { Explained } from './views';

const Count = z.number().int().nonnegative();

/**
 * A member of the population of a control that is not satisfied, such as a deployment
 * without an independent approval.
 *
 * @public
 */
export const ResultMember = z.object({
  kind: z.string(),
  /** What it is called, e.g. `Deployment 1234 to production`. */
  title: z.string(),
  at: Instant,
  uri: z.string().optional(),
  /** A deployment as its source names it. */
  deployment: Row.shape.member.shape.deployment,
  status: ControlStatus,
  reason: Explained,
});

/** @public */
export type ResultMember = z.output<typeof ResultMember>;

/**
 * The result of a control for an asset, with the members that it is about.
 *
 * @public
 */
export const ResultView = z.object({
  entityRef: z.string(),
  title: z.string(),
  /** Absent if nobody owns the asset, or the caller may not read the owner. */
  ownerRef: z.string().optional(),
  /** Absent if the asset is not classified: it counts as the most critical. */
  criticality: Criticality.optional(),
  control: z.object({ id: z.string(), code: z.string(), title: z.string() }),
  status: ControlStatus,
  reason: Explained,
  /** Since when this is the answer; absent before the first assessment. */
  since: Instant.optional(),
  /**
   * All members that are not satisfied, listed or not. Absent if members of one kind are
   * asked for and not all members are stored: nobody knows how many are of that kind.
   */
  open: Count.optional(),
  /** The worst of them first. */
  members: z.array(ResultMember),
});

/** @public */
export type ResultView = z.output<typeof ResultView>;

/**
 * A page of results of controls for the assets of the organization or a part of it.
 *
 * @public
 */
export const ResultsView = z.object({
  /** Whether assets that the caller may not read would be left out. */
  isPartial: z.boolean(),
  assets: Count,
  /** All pairs of these assets and controls, whatever status is asked for. */
  statuses: z.record(ControlStatus, Count),
  /** The assets with the greatest risk first. */
  items: z.array(ResultView),
  nextCursor: z.string().optional(),
});

/** @public */
export type ResultsView = z.output<typeof ResultsView>;

/**
 * The kind of a member of a population, such as `interval`.
 *
 * @public
 */
export const MemberKind = Row.shape.member.shape.kind;
