import {
  addDuration,
  type Duration,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** From the first day of each month of a common year and the next, a leap year. */
const STARTS = Array.from({ length: 24 }, (_, month) =>
  toInstant(new Date(Date.UTC(2023, month, 1))),
);

const known = new Map<Duration, { least: number; most: number }>();

/** Controls use few different durations; this bounds the memory of others. */
const MOST_KNOWN = 1000;

/**
 * How long a duration is at least and at most, in milliseconds. Months and years
 * differ in length: three months are 89 to 92 days.
 *
 * @public
 */
export function measureDuration(duration: Duration): {
  least: number;
  most: number;
} {
  const before = known.get(duration);
  if (before) {
    return before;
  }
  const lengths = STARTS.map(
    start => Date.parse(addDuration(start, duration)) - Date.parse(start),
  );
  const measured = { least: Math.min(...lengths), most: Math.max(...lengths) };
  if (known.size < MOST_KNOWN) {
    known.set(duration, measured);
  }
  return measured;
}
