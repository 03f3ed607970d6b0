import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Reading } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { GitlabScope } from './GitlabScope';

/** What is known of a delivery beside its payload. */
export type DeliveryContext = GitlabScope & {
  /** The kind of hook, from `X-Gitlab-Event`, e.g. `Push Hook`. */
  readonly hook?: string;
  /** Address of the GitLab that sent it, from `X-Gitlab-Instance`. */
  readonly instance?: string;
  /** When it was sent, from `webhook-timestamp`, or else received. */
  readonly sentAt?: Instant;
};

export type { Reading };

/** Reads statements from one event; throws a ZodError naming the field. */
export type Reader = (payload: unknown, context: DeliveryContext) => Reading;

/**
 * When something happened that the payload gives no time for: when GitLab sent
 * the event, or else when it was received.
 */
export function requireSentAt(
  { sentAt }: DeliveryContext,
  event: string,
): Instant {
  if (!sentAt) {
    throw new TypeError(
      `the time of the ${event} is unknown: the payload has none, and neither webhook-timestamp nor the time of receipt is there`,
    );
  }
  return sentAt;
}
