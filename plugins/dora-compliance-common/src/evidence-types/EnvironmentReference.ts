import { z } from 'zod';

/**
 * Where software runs, and whether that is production.
 *
 * @public
 */
export const EnvironmentReference = z.object({
  name: z.string().min(1),
  production: z.boolean(),
  /**
   * True if the source or the configuration says which kind of environment it
   * is. Otherwise only its name says so.
   */
  classified: z.boolean().optional(),
});

/** @public */
export type EnvironmentReference = z.output<typeof EnvironmentReference>;
