import { hash } from 'node:crypto';

/** 128 bits: a collision between subjects is practically impossible. */
const BYTES = 16;

/**
 * Replaces the key of a subject in the table `evidence_subject`, where the keys
 * themselves would be most of the database.
 */
export function subjectHash(key: string): Buffer {
  return hash('sha256', key, 'buffer').subarray(0, BYTES);
}
