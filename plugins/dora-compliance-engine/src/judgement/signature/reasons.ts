import { createReasons } from '../../registry/createReasons';

type OfDigest = { digest: string };

/** Why the signature of what was deployed is, or is not, known to be checked. */
export type SignatureReasons = {
  'signature-checked': OfDigest & { at: string };
  'signature-checked-after': OfDigest & { at: string };
  'signature-of-another-origin': OfDigest & { origin: string };
  'signature-missing': OfDigest;
  'signature-not-checked': OfDigest;
  'signature-origin-unknown': OfDigest;
  'signatures-not-reported': OfDigest;
};

export const reason = createReasons<SignatureReasons>();
