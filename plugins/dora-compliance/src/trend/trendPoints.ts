import type {
  Day,
  DayScore,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** A point of the chart: the score from a day on. */
export type TrendPoint = {
  day: Day;
  at: Date;
  assets: number;
  coverage: number | undefined;
  compliance: number | undefined;
};

/** The beginning of a day (UTC), as a time on the chart. */
export function toTime(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The points of the chart. The last score holds until the last day of the range. */
export function toPoints(days: readonly DayScore[], to: Day): TrendPoint[] {
  const points = days.map(({ day, assets, score }) => ({
    day,
    at: toTime(day),
    assets,
    coverage: score.coverage,
    compliance: score.compliance,
  }));
  const last = points.at(-1);
  return last && last.day < to
    ? [...points, { ...last, day: to, at: toTime(to) }]
    : points;
}

/** The day on which history begins, if that is later than the range. */
export function findBeginning(
  days: readonly DayScore[],
  from: Day,
): Day | undefined {
  const first = days[0]?.day;
  return first !== undefined && first > from ? first : undefined;
}

/** The point that holds at a time; the first one if the time is before it. */
export function findPoint(points: readonly TrendPoint[], at: Date): number {
  const next = points.findIndex(point => point.at > at);
  return Math.max(0, (next < 0 ? points.length : next) - 1);
}

/** A corner of a line; without a share the line is interrupted. */
type Corner = { at: Date; share: number | undefined };

/** One of the two lines. A share also holds until a day without one. */
export function toLine(
  points: readonly TrendPoint[],
  name: 'coverage' | 'compliance',
): Corner[] {
  return points.flatMap((point, index) => {
    const share = point[name];
    const before = points[index - 1]?.[name];
    const corner = { at: point.at, share };
    return share === undefined && before !== undefined
      ? [{ at: point.at, share: before }, corner]
      : [corner];
  });
}
