import type { Day } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** So many days before the record are computed each; earlier ones once a week. */
const DAILY = 30;

const WEEK = 7;

const DAY = 24 * 60 * 60_000;

/**
 * The days before the record whose scores are computed, earliest first: each of the
 * last 30 days, then every seventh, and the first one.
 */
export function listPastDays(recordedFrom: Day, days: number): Day[] {
  const midnight = Date.parse(`${recordedFrom}T00:00:00.000Z`);
  const found: Day[] = [];
  for (let ago = days; ago > 0; ago -= 1) {
    const isOfWeek = (ago - DAILY) % WEEK === 0;
    if (ago === days || ago <= DAILY || isOfWeek) {
      found.push(new Date(midnight - ago * DAY).toISOString().slice(0, 10));
    }
  }
  return found;
}
