import { z } from 'zod';

/**
 * Whether an observation is whole. What could not be read, was cut short or
 * was only partly listed is never an empty list: it is not complete, and says
 * why.
 *
 * @public
 */
export const Completeness = z.object({
  complete: z.boolean(),
  /** What was not read, and why; there unless it is complete. */
  problem: z.string().min(1).optional(),
});

/** @public */
export type Completeness = z.output<typeof Completeness>;
