import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';

const words = new Intl.RelativeTimeFormat('en-US');

const DAY = 24 * 60 * 60_000;

/** Each unit, and from which distance on it is used. */
const UNITS = [
  [365 * DAY, 2 * 365 * DAY, 'year'],
  [30 * DAY, 60 * DAY, 'month'],
  [DAY, DAY, 'day'],
  [60 * 60_000, 60 * 60_000, 'hour'],
  [60_000, 60_000, 'minute'],
] as const;

/**
 * A moment as seen from `now`, in its greatest whole unit: `3 hours ago`,
 * `in 5 minutes`; within a minute `just now`. Months and years are used from
 * two of them on, so that little is rounded off.
 *
 * @param now - milliseconds of the epoch
 * @public
 */
export function formatAgo(instant: Instant, now: number): string {
  const distance = new Date(instant).getTime() - now;
  const unit = UNITS.find(([, from]) => Math.abs(distance) >= from);
  return unit
    ? words.format(Math.trunc(distance / unit[0]), unit[2])
    : 'just now';
}
