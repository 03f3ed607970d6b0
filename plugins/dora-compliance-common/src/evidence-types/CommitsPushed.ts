import { z } from 'zod';
import { Identity } from '../evidence/Identity';
import { Instant } from '../time/Instant';

/**
 * One commit as a push lists it.
 *
 * @public
 */
export const PushedCommit = z.object({
  commit: z.string(),
  author: Identity,
  committer: Identity.optional(),
  /** From `Co-authored-by:` lines of the message. */
  coAuthors: z.array(Identity),
  /** First line of the message. */
  title: z.string(),
});

/** @public */
export type PushedCommit = z.output<typeof PushedCommit>;

/**
 * A branch moved from one commit to another.
 *
 * @public
 */
export const CommitsPushed = z.object({
  branch: z.string(),
  /** The commit before; absent when the branch was created. */
  before: z.string().optional(),
  after: z.string(),
  /** Whether history was rewritten; absent if the source does not report it. */
  forced: z.boolean().optional(),
  pushedBy: Identity,
  commits: z.array(PushedCommit),
  /**
   * How many commits the push brought at least, if the source reports more than it
   * lists. A list with fewer is not complete.
   */
  commitCount: z.number().int().nonnegative().optional(),
  /**
   * The latest time the commits themselves claim, where the source does not
   * show when the push happened. Whoever makes a commit chooses it, so it is
   * never the time of the evidence.
   */
  claimedAt: Instant.optional(),
});
