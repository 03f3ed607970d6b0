import { z } from 'zod';
import { Identity } from '../evidence/Identity';
import { Change } from './Change';
import { SourceRepository } from './SourceRepository';

/**
 * Commits were pushed to a change, or it was opened (CDEvents
 * `change.updated`): tells who pushed last before the approval.
 *
 * @public
 */
export const ChangeUpdated = z.object({
  change: Change,
  pushedBy: Identity,
  /** The last commit of the change after the push. */
  headCommit: z.string(),
  /** Where the commits come from, where the source tells. */
  sourceRepository: SourceRepository.optional(),
});
