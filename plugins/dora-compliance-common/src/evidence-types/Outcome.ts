import { z } from 'zod';

/**
 * How a run, a task or a suite of tests ended. `other` is none of these words
 * in the source, e.g. neutral or action required; it is no success.
 *
 * @public
 */
export const Outcome = z.enum([
  'success',
  'failure',
  'cancelled',
  'skipped',
  'other',
]);

/** @public */
export type Outcome = z.output<typeof Outcome>;
