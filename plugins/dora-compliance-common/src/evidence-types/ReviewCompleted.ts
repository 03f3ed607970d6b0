import { z } from 'zod';
import { Digest } from '../evidence/Digest';
import { Identity } from '../evidence/Identity';
import { Instant } from '../time/Instant';

/**
 * Somebody reviewed the record of an ICT asset and found it right (DORA
 * 8(1)).
 *
 * @public
 */
export const ReviewCompleted = z.object({
  entityRef: z.string(),
  /** Digest of the record that was reviewed. */
  record: Digest,
  reviewer: Identity,
  reviewedAt: Instant,
  note: z.string().optional(),
});
