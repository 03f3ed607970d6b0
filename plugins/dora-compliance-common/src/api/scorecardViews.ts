import { z } from 'zod';
import { Criticality } from '../asset/Criticality';
import { ControlStatus } from '../assessment/ControlStatus';
import { Area } from '../control/Area';
import { Layer } from '../control/Layer';
import { Day } from '../time/Day';
import { Instant } from '../time/Instant';
import { TrendAnnotation } from './trendAnnotations';

const Share = z.number().min(0).max(1);
const Count = z.number().int().nonnegative();

/**
 * Two numbers about pairs of asset and control, which are never merged. Each is
 * absent if there is nothing to take a share of.
 *
 * @public
 */
export const Score = z.object({
  /** Pairs by status. */
  statuses: z.record(ControlStatus, Count),
  /** The share of applicable pairs that could be assessed. */
  coverage: Share.optional(),
  /** The share of assessed pairs that are satisfied, weighted by severity. */
  compliance: Share.optional(),
});

/** @public */
export type Score = z.output<typeof Score>;

/**
 * What a scorecard is about. `group`: all assets that a group and the groups below it
 * own. `domain`: those of its systems, and of the domains below it.
 *
 * @public
 */
export const ScopeKind = z.enum([
  'organization',
  'group',
  'system',
  'domain',
  'function',
  'criticality',
  'asset',
]);

/** @public */
export type ScopeKind = z.output<typeof ScopeKind>;

/**
 * A control in a scorecard, and its score.
 *
 * @public
 */
export const ScorecardControl = z.object({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  area: Area,
  layer: Layer,
  score: Score,
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
  type: z.string().optional(),
  ownerRef: z.string().optional(),
  /** Absent if the asset is not classified: it counts as the most critical. */
  criticality: Criticality.optional(),
  score: Score,
  results: z.record(z.string(), ControlStatus),
});

/** @public */
export type ScorecardAsset = z.output<typeof ScorecardAsset>;

/**
 * The score at the end of a day.
 *
 * @public
 */
export const DayScore = z.object({
  day: Day,
  assets: Count,
  score: Score,
  /**
   * True if nothing was recorded on that day: the score was computed later, from the
   * evidence about that day that is known now.
   */
  isReconstructed: z.literal(true).optional(),
});

/** @public */
export type DayScore = z.output<typeof DayScore>;

/**
 * The scorecard of the organization or a part of it, as far as the caller may read
 * its assets.
 *
 * @public
 */
export const ScorecardView = z.object({
  of: ScopeKind,
  /** Absent for the organization. `none`: what nobody owns, or what is in no part. */
  ref: z.string().optional(),
  /** Absent if the inventory does not know one. */
  title: z.string().optional(),
  /** True if assets name this owner, and the catalog has no such entity. */
  notInCatalog: z.literal(true).optional(),
  /** Of a group: it and the groups below it. */
  groups: z.number().int().positive().optional(),
  assets: Count,
  /** Whether assets that the caller may not read would be left out. */
  isPartial: z.boolean(),
  /** The version of the formula of the two numbers. */
  formula: z.number().int().positive(),
  score: Score,
  /** A month ago, if there is a score of that time. */
  earlier: DayScore.optional(),
  areas: z.array(z.object({ area: Area, score: Score })),
  layers: z.array(z.object({ layer: Layer, score: Score })),
  /** The controls with the most findings first. */
  controls: z.array(ScorecardControl),
  /** The assets with the greatest risk first. */
  items: z.array(ScorecardAsset),
  nextCursor: z.string().optional(),
});

/** @public */
export type ScorecardView = z.output<typeof ScorecardView>;

/**
 * One of several scorecards that are compared.
 *
 * @public
 */
export const ScorecardLine = z.object({
  /** `none`: what nobody owns, or what is in no part. */
  ref: z.string(),
  /** Absent if the inventory does not know one. */
  title: z.string().optional(),
  /** True if assets name this owner, and the catalog has no such entity. */
  notInCatalog: z.literal(true).optional(),
  assets: Count,
  score: Score,
  /** A month ago, if there is a score of that time. */
  earlier: DayScore.optional(),
});

/** @public */
export type ScorecardLine = z.output<typeof ScorecardLine>;

/**
 * A page of scorecards that are compared.
 *
 * @public
 */
export const ScorecardLines = z.object({
  isPartial: z.boolean(),
  items: z.array(ScorecardLine),
  nextCursor: z.string().optional(),
});

/** @public */
export type ScorecardLines = z.output<typeof ScorecardLines>;

/**
 * Scores over time. A score holds until the next day that is listed.
 *
 * @public
 */
export const TrendView = z.object({
  isPartial: z.boolean(),
  /**
   * Which assets are counted: those that belonged to it `then`, or those that belong
   * to it `now`. A domain has the systems of now, with the assets that belonged to
   * them on each day if the caller may read all assets.
   */
  belonging: z.enum(['then', 'now']),
  /** The first day that was recorded; the days before it are reconstructed. */
  recordedFrom: Day.optional(),
  /**
   * True if reconstructed scores are still those of former controls, or of less
   * evidence than is known now.
   */
  isPastOutdated: z.literal(true).optional(),
  /** The first one holds at the beginning of the time that was asked for. */
  days: z.array(DayScore),
  /** What may explain a jump, the latest first: at most 50, since the first day. */
  annotations: z.array(TrendAnnotation),
  /** How many earlier ones are left out. */
  omittedAnnotations: Count,
});

/** @public */
export type TrendView = z.output<typeof TrendView>;

/**
 * A change from one status to another.
 *
 * @public
 */
export const StatusChangeView = z.object({
  entityRef: z.string(),
  title: z.string(),
  control: z.object({ id: z.string(), code: z.string(), title: z.string() }),
  from: ControlStatus,
  to: ControlStatus,
  at: Instant,
});

/** @public */
export type StatusChangeView = z.output<typeof StatusChangeView>;
