import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';

const words = new Intl.RelativeTimeFormat('en-GB');

const UNITS = [
  [24 * 60 * 60_000, 'day'],
  [60 * 60_000, 'hour'],
  [60_000, 'minute'],
] as const;

/**
 * A moment as seen from `now`, in its greatest whole unit: `3 hours ago`,
 * `in 5 minutes`; within a minute `just now`.
 *
 * @param now - milliseconds of the epoch
 * @public
 */
export function formatAgo(instant: Instant, now: number): string {
  const distance = new Date(instant).getTime() - now;
  const unit = UNITS.find(([size]) => Math.abs(distance) >= size);
  return unit
    ? words.format(Math.trunc(distance / unit[0]), unit[1])
    : 'just now';
}
