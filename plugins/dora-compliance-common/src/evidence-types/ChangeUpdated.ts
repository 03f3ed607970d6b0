import { z } from 'zod';
import { Identity } from '../evidence/Identity';
import { Change } from './Change';
import { SourceRepository } from './SourceRepository';

/**
 * Commits were pushed to a change, or it was opened (CDEvents
 * `change.updated`): shows who pushed last before the approval.
 *
 * @public
 */
export const ChangeUpdated = z.object({
  change: Change,
  pushedBy: Identity,
  /** The last commit of the change after the push. */
  headCommit: z.string(),
  /** The last commit before the push, if the source reports it. */
  before: z.string().optional(),
  /** Where the commits come from, if the source reports it. */
  sourceRepository: SourceRepository.optional(),
});
