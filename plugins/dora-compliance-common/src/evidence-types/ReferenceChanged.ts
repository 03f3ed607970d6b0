import { z } from 'zod';
import { Identity } from '../evidence/Identity';
import { Instant } from '../time/Instant';

/**
 * A tag was created, moved or deleted, or a branch was deleted. Commits that
 * arrive on a branch are `commits-pushed`.
 *
 * @public
 */
export const ReferenceChanged = z.object({
  reference: z.object({
    kind: z.enum(['branch', 'tag']),
    /** Name without `refs/heads/` or `refs/tags/`. */
    name: z.string().min(1),
  }),
  action: z.enum(['created', 'moved', 'deleted']),
  /**
   * What it pointed to before, if the source reports it: a commit or, of an
   * annotated tag, maybe the object of the tag.
   */
  before: z.string().optional(),
  /** The commit it points to now, if the source reports it. */
  after: z.string().optional(),
  changedBy: Identity.optional(),
  changedAt: Instant,
});
