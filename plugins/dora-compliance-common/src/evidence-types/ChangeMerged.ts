import { z } from 'zod';
import { Identity } from '../evidence/Identity';
import { Instant } from '../time/Instant';
import { Change } from './Change';
import { ChangeHeading } from './ChangeHeading';
import { SourceRepository } from './SourceRepository';

/**
 * A change became part of its target branch (CDEvents `change.merged`).
 *
 * @public
 */
export const ChangeMerged = z.object({
  change: Change,
  author: Identity,
  mergedBy: Identity.optional(),
  mergedAt: Instant,
  /** The last commit of the change, the one that must have been approved. */
  headCommit: z.string(),
  /** The commit by which it arrived on the target branch. */
  mergeCommit: z.string(),
  targetBranch: z.string(),
  /** How many commits the change has, if the source reports it. */
  commitCount: z.number().int().nonnegative().optional(),
  /** Where the commits come from, if the source reports it. */
  sourceRepository: SourceRepository.optional(),
  /**
   * The headings of its description that have a text; absent if the source does not
   * report the description.
   */
  headings: z.array(ChangeHeading).optional(),
});
