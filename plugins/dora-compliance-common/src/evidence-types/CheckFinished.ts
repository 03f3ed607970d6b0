import { z } from 'zod';
import { Identity } from '../evidence/Identity';
import { Instant } from '../time/Instant';
import { Outcome } from './Outcome';

/**
 * A check of a commit ended: a check run, a commit status.
 *
 * @public
 */
export const CheckFinished = z.object({
  /** As rules of a branch name it. */
  name: z.string().min(1),
  outcome: Outcome,
  commit: z.string(),
  url: z.string().optional(),
  /** The app or account that reported it. */
  reportedBy: Identity.optional(),
  finishedAt: Instant,
});
