import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Reading } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { GithubScope } from './GithubScope';

/** What is known of a delivery beside its payload. */
export type DeliveryContext = GithubScope & {
  /** When it happened as far as GitHub proves it, or else was received. */
  readonly happenedAt?: Instant;
};

export type { Reading };

/** Reads statements from one event; throws a ZodError naming the field. */
export type Reader = (payload: unknown, context: DeliveryContext) => Reading;

/**
 * When something happened of which the payload reports no moment. Throws when
 * its receipt does not report one, either.
 */
export function requireMoment({ happenedAt }: DeliveryContext): Instant {
  if (!happenedAt) {
    throw new TypeError(
      'neither the payload nor its receipt tells when it happened',
    );
  }
  return happenedAt;
}
