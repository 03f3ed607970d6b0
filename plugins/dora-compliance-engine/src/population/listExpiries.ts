import {
  addDuration,
  type Duration,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { earliest } from '../judgement/calendarDays';
import type { Expiry } from '../registry/Expiry';

/**
 * When the oldest of some readings becomes stale. Those that are stale already are
 * left out.
 */
export function listExpiries(
  readings: readonly { observedAt: Instant }[],
  { since, within }: { since: Instant; within: Duration },
): Expiry[] {
  const oldest = earliest(
    ...readings
      .map(({ observedAt }) => observedAt)
      .filter(observedAt => observedAt > since),
  );
  return oldest ? [{ since: oldest, at: addDuration(oldest, within) }] : [];
}
