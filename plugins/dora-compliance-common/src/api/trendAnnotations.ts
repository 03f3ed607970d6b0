import { z } from 'zod';
import { EvidenceGap } from '../silence/EvidenceGap';
import { Day } from '../time/Day';

const Count = z.number().int().nonnegative();

/**
 * Controls that became other controls on a day.
 *
 * @public
 */
export const ControlsAnnotation = z.object({
  kind: z.literal('controls'),
  day: Day,
  /** `code-changed`: the code that decides them changed, and they did not. */
  change: z.enum(['added', 'changed', 'code-changed', 'removed']),
  /** How many controls. */
  amount: Count,
  /** The first of them by code, at most ten. One that is removed has no title. */
  controls: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      title: z.string().optional(),
    }),
  ),
});

/** @public */
export type ControlsAnnotation = z.output<typeof ControlsAnnotation>;

/**
 * A time for which evidence may be missing, of a source of an asset that belongs to
 * the scope now and that the caller may read.
 *
 * @public
 */
export const GapAnnotation = z.object({
  kind: z.literal('gap'),
  /** The day on which it began. */
  day: Day,
  /** The day on which it ended; absent while it lasts. */
  until: Day.optional(),
  /**
   * The day on which it was closed: the source was read for all of that time. Absent
   * also if the gap is of a whole source, and the caller may not read all its assets.
   */
  closed: Day.optional(),
  source: z.object({ id: z.string(), title: z.string().optional() }),
  cause: EvidenceGap.shape.cause,
  /** How many repositories and pipelines; absent if it is of the whole source. */
  targets: Count.optional(),
});

/** @public */
export type GapAnnotation = z.output<typeof GapAnnotation>;

/**
 * Pairs of asset and control whose risk was accepted on a day, or no longer is.
 *
 * @public
 */
export const RiskAnnotation = z.object({
  kind: z.literal('risk'),
  day: Day,
  accepted: Count,
  ended: Count,
});

/** @public */
export type RiskAnnotation = z.output<typeof RiskAnnotation>;

/**
 * What happened on a day (UTC) and may explain a jump of a trend.
 *
 * @public
 */
export const TrendAnnotation = z.discriminatedUnion('kind', [
  ControlsAnnotation,
  GapAnnotation,
  RiskAnnotation,
]);

/** @public */
export type TrendAnnotation = z.output<typeof TrendAnnotation>;
