import type {
  DeliveryProof,
  Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * The proof of a row. Rows older than the column were read as if it covered
 * all that was kept of the delivery, and still are, so that they say the same
 * at every replay.
 */
export function readProof(row: {
  verification: Verification;
  proof: DeliveryProof | null;
}): DeliveryProof {
  return row.proof ?? (row.verification === 'unverified' ? 'none' : 'secret');
}
