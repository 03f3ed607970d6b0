import {
  addDuration,
  type Duration,
  type Instant,
  parseInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * Whether a signed time, in seconds since 1970, is near enough to ours.
 *
 * @public
 */
export function isFresh(
  timestamp: string | undefined,
  receivedAt: Instant,
  tolerance: Duration,
): boolean {
  if (!/^\d{1,12}$/.test(timestamp ?? '')) {
    return false;
  }
  const sentAt = parseInstant(Number(timestamp));
  return (
    sentAt !== undefined &&
    addDuration(sentAt, tolerance) >= receivedAt &&
    addDuration(receivedAt, tolerance) >= sentAt
  );
}
