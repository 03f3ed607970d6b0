import {
  addDuration,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * The instant some working days later, Monday to Friday in UTC. Public holidays count
 * as working days: they differ from place to place.
 */
export function addWorkingDays(instant: Instant, days: number): Instant {
  let result = instant;
  for (let left = days; left > 0; ) {
    result = addDuration(result, 'P1D');
    const day = new Date(result).getUTCDay();
    left -= day === 0 || day === 6 ? 0 : 1;
  }
  return result;
}
