import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';

/**
 * `sha256:` and 64 lower-case hexadecimal digits.
 *
 * @public
 */
export const Digest = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, 'must be sha256: and 64 hexadecimal digits')
  .brand('Digest');

/** @public */
export type Digest = z.output<typeof Digest>;

/**
 * The SHA-256 digest of bytes, or of the UTF-8 form of a text. Same answer in
 * a browser and in Node.
 *
 * @public
 */
export function computeDigest(content: Uint8Array | string): Digest {
  const bytes = typeof content === 'string' ? utf8ToBytes(content) : content;
  return `sha256:${bytesToHex(sha256(bytes))}` as Digest;
}
