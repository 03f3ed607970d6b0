import type {
  Day,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** The hour (UTC) on Monday from which summaries are sent. */
const HOUR = 6;

/** Summaries that could not be sent on Monday are sent on Tuesday. */
const DAYS = 2;

const DAY = 24 * 60 * 60_000;

/** The Monday whose summaries are sent now; undefined on other days. */
export function findWeek(now: Instant): Day | undefined {
  const date = new Date(now);
  const sinceMonday = (date.getUTCDay() + 6) % 7;
  const isTooEarly = sinceMonday === 0 && date.getUTCHours() < HOUR;
  if (isTooEarly || sinceMonday >= DAYS) {
    return undefined;
  }
  return shiftDay(now.slice(0, 10), -sinceMonday);
}

export function shiftDay(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}
