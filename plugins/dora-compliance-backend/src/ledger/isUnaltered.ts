import { hash } from 'node:crypto';
import type { Digest } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Whether stored bytes still match their digest. */
export function isUnaltered(digest: Digest, body: Uint8Array): boolean {
  return digest === `sha256:${hash('sha256', body, 'hex')}`;
}
