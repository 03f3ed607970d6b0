import type { Duration } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { countDays } from './countDays';

/** The longest of some durations. */
export function findLongest(
  durations: readonly Duration[],
): Duration | undefined {
  return [...durations].sort((a, b) => countDays(b) - countDays(a))[0];
}
