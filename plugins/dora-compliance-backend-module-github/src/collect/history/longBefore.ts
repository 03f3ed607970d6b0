import {
  type Duration,
  type Instant,
  subtractDuration,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** A run ends, or is ended, after 35 days, waits for approvals included. */
const LONGEST = 'P35D' as Duration;

/**
 * What ended since an instant began no earlier than this: GitHub lists runs
 * and deployments by when they began.
 */
export function longBefore(since: Instant): Instant {
  return subtractDuration(since, LONGEST);
}
