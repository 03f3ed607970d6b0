import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Reading } from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { GitlabScope } from './GitlabScope';

/** What is known of a delivery beside its payload. */
export type DeliveryContext = GitlabScope & {
  /** Address of the GitLab that sent it, from `X-Gitlab-Instance`. */
  readonly instance?: string;
  /** When it was sent, from `webhook-timestamp`, or else received. */
  readonly sentAt?: Instant;
};

export type { Reading };

/** Reads statements from one event; throws a ZodError naming the field. */
export type Reader = (payload: unknown, context: DeliveryContext) => Reading;
