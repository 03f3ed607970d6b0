import { z } from 'zod';
import { Criticality } from '../asset/Criticality';
import { ControlStatus } from '../assessment/ControlStatus';
import { Area } from '../control/Area';

const Share = z.number().min(0).max(1);

/**
 * Two numbers about pairs of asset and control, which are never merged. Each is
 * absent if there is nothing to take a share of.
 *
 * @public
 */
export const Score = z.object({
  /** Pairs by status. */
  statuses: z.record(ControlStatus, z.number().int().nonnegative()),
  /** The share of applicable pairs that could be assessed. */
  coverage: Share.optional(),
  /** The share of assessed pairs that are satisfied, weighted by severity. */
  compliance: Share.optional(),
});

/** @public */
export type Score = z.output<typeof Score>;

/**
 * A control in a scorecard, and its pairs by status.
 *
 * @public
 */
export const ScorecardControl = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  area: Area,
  statuses: Score.shape.statuses,
});

/** @public */
export type ScorecardControl = z.output<typeof ScorecardControl>;

/**
 * An asset in a scorecard, with its status for each control.
 *
 * @public
 */
export const ScorecardAsset = z.object({
  entityRef: z.string(),
  title: z.string(),
  ownerRef: z.string().optional(),
  /** Absent if the asset is not classified: it counts as the most critical. */
  criticality: Criticality.optional(),
  score: Score,
  results: z.record(z.string(), ControlStatus),
});

/** @public */
export type ScorecardAsset = z.output<typeof ScorecardAsset>;

/**
 * The scorecard of a group: all assets that it and the groups below it own, as far
 * as the caller may read them.
 *
 * @public
 */
export const TeamScorecardView = z.object({
  /** The group and the groups below it. */
  groups: z.number().int().positive(),
  assets: z.number().int().nonnegative(),
  /** The version of the formula of the two numbers. */
  formula: z.number().int().positive(),
  score: Score,
  /** The controls with the most findings first. */
  controls: z.array(ScorecardControl),
  /** The assets with the greatest risk first. */
  items: z.array(ScorecardAsset),
  nextCursor: z.string().optional(),
});

/** @public */
export type TeamScorecardView = z.output<typeof TeamScorecardView>;
