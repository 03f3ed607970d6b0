import {
  addDuration,
  type Duration,
  type Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

const EPOCH = '1970-01-01T00:00:00.000Z' as Instant;
const DAY = 24 * 60 * 60 * 1000;

/** The length of a duration in whole days. */
export function countDays(duration: Duration): number {
  return Math.round(Date.parse(addDuration(EPOCH, duration)) / DAY);
}
