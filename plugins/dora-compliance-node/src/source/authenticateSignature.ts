import { createHmac, timingSafeEqual } from 'node:crypto';
import type { DeliveryProof } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Authentication } from './EvidenceSource';
import { acceptWith, secretIn, type SourceSecret } from './SourceSecret';

/**
 * Checks HMAC SHA-256 signatures of some bytes. All secrets are tried, so that
 * the time taken tells nothing about them.
 *
 * @public
 */
export function authenticateSignature(
  content: Uint8Array | readonly Uint8Array[],
  options: {
    /** The signatures of the delivery; one that matches is enough. */
    readonly given: readonly Uint8Array[];
    readonly secrets: readonly SourceSecret[];
    readonly proof: DeliveryProof;
    /** The key of a secret. Default: its text. */
    readonly decodeKey?: (secret: string) => string | Uint8Array;
  },
): Authentication {
  const { given, secrets, proof, decodeKey = secret => secret } = options;
  const parts = content instanceof Uint8Array ? [content] : content;
  const matching = secrets.filter(secret => {
    const hmac = createHmac('sha256', decodeKey(secretIn(secret)));
    parts.forEach(part => hmac.update(part));
    return includes(given, hmac.digest());
  });
  return matching.length > 0
    ? acceptWith(matching, { proof })
    : { outcome: 'refused', code: 'signature-invalid' };
}

/** Compares with each signature, also after one that matches. */
function includes(given: readonly Uint8Array[], expected: Buffer): boolean {
  const equal = given.filter(
    signature =>
      signature.length === expected.length &&
      timingSafeEqual(signature, expected),
  );
  return equal.length > 0;
}
