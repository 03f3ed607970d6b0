import { createHash, timingSafeEqual } from 'node:crypto';
import type { Authentication } from './EvidenceSource';
import { acceptWith, secretIn, type SourceSecret } from './SourceSecret';

/**
 * Judges a shared token, password or other secret that a sender gives as it
 * is. Every secret is compared, in a time that tells nothing of them.
 *
 * @param what - what a refusal calls it
 * @public
 */
export function authenticateToken(
  given: string | undefined,
  secrets: readonly SourceSecret[],
  what: 'token' | 'password' = 'token',
): Authentication {
  if (!given) {
    return { outcome: 'refused', code: `${what}-missing` };
  }
  const theirs = digest(given);
  const matching = secrets.filter(secret =>
    timingSafeEqual(theirs, digest(secretIn(secret))),
  );
  return matching.length > 0
    ? acceptWith(matching, { proof: 'secret' })
    : { outcome: 'refused', code: `${what}-invalid` };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
