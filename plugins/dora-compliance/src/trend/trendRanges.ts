import {
  type Day,
  subtractDuration,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** How far back each range goes. */
const DURATIONS = {
  '30d': 'P30D',
  '90d': 'P90D',
  '1y': 'P365D',
  '3y': 'P1095D',
} as const;

/** The ranges of a trend, as in its address. */
export const ranges = ['30d', '90d', '1y', '3y'] as const;

export type Range = (typeof ranges)[number];

/** The range in an address; 90 days if it is none of these. */
export function readRange(
  text: string | null,
  among: readonly Range[] = ranges,
): Range {
  return among.find(range => range === text) ?? '90d';
}

/** The first and the last day of a range; days are those of UTC, as stored ones. */
export function findDays(range: Range, now: Date): { from: Day; to: Day } {
  const instant = toInstant(now);
  return {
    from: subtractDuration(instant, DURATIONS[range]).slice(0, 10),
    to: instant.slice(0, 10),
  };
}
