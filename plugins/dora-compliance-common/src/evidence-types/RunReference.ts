import { z } from 'zod';

/**
 * The pipeline run something belongs to.
 *
 * @public
 */
export const RunReference = z.object({
  id: z.string().min(1),
  url: z.string().min(1).optional(),
  attempt: z.number().int().positive().optional(),
});

/** @public */
export type RunReference = z.output<typeof RunReference>;
