import { z } from 'zod';
import { Identity } from '../evidence/Identity';
import { Instant } from '../time/Instant';
import { Change } from './Change';

/**
 * A change was closed without a merge, reopened, aimed at another branch, or
 * entered or left a merge queue. Commits pushed to a change are
 * `change-updated`.
 *
 * @public
 */
export const ChangeStateChanged = z.object({
  change: Change,
  action: z.enum(['closed', 'reopened', 'retargeted', 'queued', 'dequeued']),
  changedBy: Identity.optional(),
  changedAt: Instant,
  /** The last commit of the change at that time, if the source reports it. */
  headCommit: z.string().optional(),
  /** The branch the change is to be merged into, after this event. */
  targetBranch: z.string().optional(),
  /** The branch it was to be merged into before, of a retargeted change. */
  previousTargetBranch: z.string().optional(),
  /** Why it left the merge queue, in the words of the source. */
  reason: z.string().optional(),
});
