import { z } from 'zod';
import { Day } from '../time/Day';
import { Criticality } from './Criticality';
import { LinkRelation } from './inventoryNode';

/**
 * How critical something is, including what uses it, and why.
 *
 * @public
 */
export const EffectiveCriticality = z.object({
  /** Absent when neither it nor anything that uses it is classified. */
  level: Criticality.optional(),
  /** As declared of itself. */
  declared: Criticality.optional(),
  /** The highest of all that use it. */
  computed: Criticality.optional(),
  /**
   * Why: from what has the level by itself, a function or a declaration, link
   * by link to the thing in question. One step when that is the thing itself,
   * none when there is no level.
   */
  because: z.array(
    z.object({
      entityRef: z.string(),
      /** How the step before uses this one; absent at the first. */
      relation: LinkRelation.optional(),
    }),
  ),
  /**
   * Set if a lower criticality than before was declared: what was declared before,
   * and since when it is lower. A review from before has not seen it.
   */
  lowered: z.object({ from: Criticality, on: Day }).optional(),
  /** References of all business functions it supports, sorted. */
  functions: z.array(z.string()),
});

/** @public */
export type EffectiveCriticality = z.output<typeof EffectiveCriticality>;

/**
 * Whether something was declared less critical than what uses it.
 *
 * @public
 */
export function isDeclaredBelowComputed(of: EffectiveCriticality): boolean {
  const { declared, computed } = of;
  return (
    declared !== undefined &&
    computed !== undefined &&
    Criticality.options.indexOf(declared) >
      Criticality.options.indexOf(computed)
  );
}
