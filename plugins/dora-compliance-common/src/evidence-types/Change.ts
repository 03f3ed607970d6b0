import { z } from 'zod';

/**
 * A proposed change: pull request, merge request.
 *
 * @public
 */
export const Change = z.object({
  /** Number or id in its repository. */
  number: z.string(),
  title: z.string(),
  url: z.string(),
});

/** @public */
export type Change = z.output<typeof Change>;
