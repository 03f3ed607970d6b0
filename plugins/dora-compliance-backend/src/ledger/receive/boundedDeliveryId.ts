import { hash } from 'node:crypto';

/** The column has 255; a level of proof is written before some. */
const LONGEST = 200;

/** NUL, other control characters, and half of a surrogate pair. */
const UNSTORABLE = /[\p{Cc}\p{Cs}]/u;

/**
 * The id of a delivery as it is kept. Senders choose it: an id that is longer
 * than the column, or has characters that a database refuses or changes, is
 * kept as its digest. Different ids stay different.
 */
export function boundedDeliveryId(id: string): string {
  return id.length > LONGEST || UNSTORABLE.test(id)
    ? // JSON writes every half of a pair as an escape of its own.
      `sha256:${hash('sha256', JSON.stringify(id), 'hex')}`
    : id;
}
