import { z } from 'zod';
import { Duration } from '../time/Duration';

/**
 * The things that must each comply, and where and when to look for them. Which
 * other fields there are depends on `each`, the name of a population of the
 * engine or of a module; its own schema checks them when the backend starts.
 *
 * @public
 */
export const Population = z
  .object({
    /** What the members are, such as `asset` or `deployment`. */
    each: z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be kebab-case'),
    /** How far back members are looked for, or how old they may be. */
    within: Duration.optional(),
  })
  .catchall(z.json());

/** @public */
export type Population = z.output<typeof Population>;
