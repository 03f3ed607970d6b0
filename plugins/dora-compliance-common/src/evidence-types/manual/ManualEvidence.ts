import { z } from 'zod';
import { requestText } from '../../api/RequestText';
import { Digest } from '../../evidence/Digest';
import { Identity } from '../../evidence/Identity';
import { Day } from '../../time/Day';

/**
 * A document that was looked at. Its digest identifies the version, wherever it is
 * stored.
 *
 * @public
 */
export const ReferencedDocument = z.strictObject({
  title: requestText(200).min(1),
  /** Digest of the bytes, as `sha256:…`. */
  digest: Digest,
  /** Where it can be found. */
  url: requestText(2000).optional(),
});

/** @public */
export type ReferencedDocument = z.output<typeof ReferencedDocument>;

/**
 * What the person or system that records manual evidence says about how it came to be.
 *
 * @public
 */
export const ManualStatement = z.strictObject({
  /** The day on which it was done. It must not be in the future. */
  performedOn: Day,
  /** Who did it, as the recorder names them: a claim, unlike the recorder. */
  performedBy: z.array(requestText(200).min(1)).max(20).optional(),
  summary: requestText(2000).optional(),
  /** What was looked at or produced. */
  documents: z.array(ReferencedDocument).max(20),
});

/**
 * Evidence that no CI system can give: a person, or another system with a token,
 * records it through the API. The backend adds who recorded it; when is the time of
 * the evidence.
 *
 * @public
 */
export const ManualEvidence = z.object({
  entityRef: z.string(),
  recordedBy: Identity,
  ...ManualStatement.shape,
});

/** @public */
export type ManualEvidence = z.output<typeof ManualEvidence>;
