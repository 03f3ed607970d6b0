import { z } from 'zod';
import { Change } from './Change';
import { PushedCommit } from './CommitsPushed';
import { Completeness } from './Completeness';

/**
 * All commits of a merged change, as the source lists them afterwards. A list
 * shorter than `total` is not complete.
 *
 * @public
 */
export const ChangeCommitsObserved = Completeness.extend({
  change: Change,
  headCommit: z.string(),
  /** How many commits the source says there are. */
  total: z.number().int().nonnegative().optional(),
  commits: z.array(
    PushedCommit.extend({
      /** Whether the source holds its signature to be good, and why not. */
      signature: z
        .object({ verified: z.boolean(), reason: z.string().optional() })
        .optional(),
    }),
  ),
});
