import { z } from 'zod';
import { Identity } from '../evidence/Identity';
import { Instant } from '../time/Instant';
import { FieldChange } from './SettingsChanged';

/**
 * A published release was edited, withdrawn or deleted. Its publication is
 * `artifact-published`.
 *
 * @public
 */
export const ReleaseChanged = z.object({
  release: z.object({ tag: z.string(), name: z.string(), url: z.string() }),
  action: z.enum(['edited', 'unpublished', 'deleted']),
  /** What changed. Empty if the source does not report it. */
  changes: z.array(FieldChange),
  changedBy: Identity.optional(),
  changedAt: Instant,
});
