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
  /**
   * The commit by which the change arrived, and whether the source vouches that
   * the host made it, as with the button of the change request. If it does not,
   * anybody may have added content to it.
   */
  merge: z.object({ commit: z.string(), isMadeByHost: z.boolean() }).optional(),
  commits: z.array(
    PushedCommit.extend({
      /** Whether the source holds its signature to be good, and why not. */
      signature: z
        .object({ verified: z.boolean(), reason: z.string().optional() })
        .optional(),
    }),
  ),
});
