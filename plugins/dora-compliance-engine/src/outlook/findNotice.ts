import {
  type Instant,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Expiry } from '../registry/Expiry';

/** Nobody needs to be told earlier, in milliseconds: 14 days. */
const LONGEST = 14 * 24 * 60 * 60_000;

/** The last part of the time during which something counts. */
const PART = 1 / 4;

/**
 * From when on something is about to expire: 14 days before, or in the last quarter of
 * the time for which it counts. What is renewed more often, such as a reading by every
 * poll, never is, unless the renewals end.
 */
export function findNotice({ at, since }: Expiry): Instant {
  const end = Date.parse(at);
  const length = since ? (end - Date.parse(since)) * PART : LONGEST;
  return toInstant(new Date(end - Math.min(length, LONGEST)));
}
