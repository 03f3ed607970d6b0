import { hash } from 'node:crypto';
import type { Digest } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Whether bytes that were kept still are those their digest was made of. */
export function isUnaltered(digest: Digest, body: Uint8Array): boolean {
  return digest === `sha256:${hash('sha256', body, 'hex')}`;
}
