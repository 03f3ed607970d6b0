import type { Instant } from '../time/Instant';
import type { DeliveryProof } from './DeliveryProof';
import type { Digest } from './Digest';
import type { EvidenceType } from './EvidenceType';
import type { Statement } from './Statement';
import type { Verification } from './Verification';

/**
 * An immutable statement about subjects that supports an assessment, and how
 * we came to hold it.
 *
 * @public
 */
export type Evidence<T extends EvidenceType = EvidenceType> = T extends T
  ? Statement<T> & {
      /** Digest of the canonical statement. */
      readonly id: Digest;
      /** When we learned it, by our clock. */
      readonly recordedAt: Instant;
      /** The source document it was read from. */
      readonly documentDigest: Digest;
      readonly verification: Verification;
      /** How the sender of that document was proven, and so what of it. */
      readonly proof: DeliveryProof;
    }
  : never;

/**
 * Whether a piece of evidence is of one type.
 *
 * @public
 */
export function isEvidenceOf<T extends EvidenceType>(
  type: T,
  evidence: Evidence,
): evidence is Evidence<T> {
  return evidence.type === type;
}
