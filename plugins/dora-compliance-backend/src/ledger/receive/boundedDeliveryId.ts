import { hash } from 'node:crypto';

/** The column has 255 characters; some ids have their level as a prefix. */
const LONGEST = 200;

/** NUL, other control characters, and lone surrogates. */
const UNSTORABLE = /[\p{Cc}\p{Cs}]/u;

/**
 * The id of a delivery as it is stored. Senders choose it: an id that is longer
 * than the column, or has characters that a database rejects or changes, is
 * replaced by its digest. Different ids stay different.
 */
export function boundedDeliveryId(id: string): string {
  return id.length > LONGEST || UNSTORABLE.test(id)
    ? // JSON escapes every lone surrogate.
      `sha256:${hash('sha256', JSON.stringify(id), 'hex')}`
    : id;
}
