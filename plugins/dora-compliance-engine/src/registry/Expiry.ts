import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * Something that counts until an instant, unless it is renewed before: a reading, a
 * scan, or a review.
 *
 * @public
 */
export type Expiry = {
  at: Instant;
  /** Since when it counts; absent if a person set the date. */
  since?: Instant;
};
