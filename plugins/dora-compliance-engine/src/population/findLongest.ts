import type { Duration } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { measureDuration } from './measureDuration';

/** The longest of some durations. */
export function findLongest(
  durations: readonly Duration[],
): Duration | undefined {
  return [...durations].sort(
    (a, b) => measureDuration(b).most - measureDuration(a).most,
  )[0];
}
