import { z } from 'zod';
import { Identity } from '../evidence/Identity';
import { Instant } from '../time/Instant';
import { Change } from './Change';

/**
 * Somebody reviewed a change (CDEvents `change.reviewed`).
 *
 * @public
 */
export const ChangeReviewed = z.object({
  change: Change,
  /** Id of the review, so that a dismissal finds what it dismisses. */
  reviewId: z.string(),
  reviewer: Identity,
  decision: z.enum(['approved', 'changes-requested', 'commented', 'dismissed']),
  /** The commit that was reviewed. */
  commit: z.string(),
  submittedAt: Instant,
  /** Whether the reviewer may write to the repository, if reported. */
  mayWrite: z.boolean().optional(),
});
