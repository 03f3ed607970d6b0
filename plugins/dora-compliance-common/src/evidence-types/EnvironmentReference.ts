import { z } from 'zod';

/**
 * Where software runs, and whether that is production.
 *
 * @public
 */
export const EnvironmentReference = z.object({
  name: z.string().min(1),
  production: z.boolean(),
});

/** @public */
export type EnvironmentReference = z.output<typeof EnvironmentReference>;
