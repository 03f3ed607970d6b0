import { z } from 'zod';
import { Instant } from '../time/Instant';
import { Digest } from './Digest';
import { Verification } from './Verification';

/**
 * The raw bytes as received, described; the bytes are kept under `digest`.
 *
 * @public
 */
export const SourceDocument = z.object({
  digest: Digest,
  sourceId: z.string(),
  mediaType: z.string(),
  /** Size in bytes. */
  size: z.number().int().nonnegative(),
  receivedAt: Instant,
  verification: Verification,
});

/** @public */
export type SourceDocument = z.output<typeof SourceDocument>;
