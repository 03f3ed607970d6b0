import { z } from 'zod';

/**
 * The repository that the commits of a change come from. Absent where the
 * source does not report.
 *
 * @public
 */
export const SourceRepository = z.object({
  /** Web address; absent when it was deleted. */
  url: z.string().optional(),
  /** Whether it is another repository than the one the change goes to. */
  fork: z.boolean(),
});

/** @public */
export type SourceRepository = z.output<typeof SourceRepository>;
