import { z } from 'zod';
import { Instant } from '../time/Instant';
import { DeliveryProof } from './DeliveryProof';
import { Digest } from './Digest';
import { Verification } from './Verification';

/**
 * How a document came to us: `pushed` the source sent it when it happened;
 * `fetched` it was sent but did not arrive, so we read it from the log the
 * source keeps of its deliveries; `collected` we asked for it on a schedule;
 * `backfilled` we asked for what lay in the past.
 *
 * @public
 */
export const DocumentOrigin = z.enum([
  'pushed',
  'fetched',
  'collected',
  'back-filled',
]);

/** @public */
export type DocumentOrigin = z.output<typeof DocumentOrigin>;

/**
 * Something that was taken out of a document before it was kept, and before
 * its digest was made.
 *
 * @public
 */
export const Redaction = z.object({
  /** Where, as a JSON pointer (RFC 6901). */
  pointer: z.string(),
  /** Why, e.g. `github-token`, or `personal-data`. */
  rule: z.string().min(1),
});

/** @public */
export type Redaction = z.output<typeof Redaction>;

/**
 * The raw bytes as received (less what was redacted), described; the bytes are kept under `digest`.
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
  /** How its sender was proven when it was first received. */
  proof: DeliveryProof,
  origin: DocumentOrigin,
  /** What was taken out before it was kept; empty for most. */
  redactions: z.array(Redaction),
});

/** @public */
export type SourceDocument = z.output<typeof SourceDocument>;
