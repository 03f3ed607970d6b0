import { hash } from 'node:crypto';

/** 128 bits: no two of all subjects there will ever be have the same. */
const BYTES = 16;

/**
 * What stands for the key of a subject in the table `evidence_subject`, where
 * the keys themselves would be most of the database.
 */
export function subjectHash(key: string): Buffer {
  return hash('sha256', key, 'buffer').subarray(0, BYTES);
}
