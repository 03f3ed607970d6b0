import type {
  DeliveryProof,
  Verification,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * The proof of a row. Rows older than the column do not tell it; they are read
 * as if a secret had been sent along, unless they are unverified.
 */
export function readProof(row: {
  verification: Verification;
  proof: DeliveryProof | null;
}): DeliveryProof {
  return row.proof ?? (row.verification === 'unverified' ? 'none' : 'secret');
}
