import type {
  Day,
  TrendAnnotation,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Something that happened on a day of a trend. */
export type TrendEvent = {
  id: string;
  /** The day, or the first day of the trend if it began before. */
  day: Day;
  annotation: TrendAnnotation;
  /** Whether it is the end of the annotation: that its gap was closed. */
  isClosing: boolean;
};

/**
 * What happened, earliest first. A gap that was closed later than it began is two
 * events, because scores can change on both days.
 *
 * @param first - the first day of the trend
 */
export function toEvents(
  annotations: readonly TrendAnnotation[],
  first: Day,
): TrendEvent[] {
  return annotations
    .flatMap((annotation, index) => {
      const { day } = annotation;
      const closed = annotation.kind === 'gap' ? annotation.closed : undefined;
      const begin = {
        id: `${index}`,
        day: day < first ? first : day,
        annotation,
        isClosing: false,
      };
      return closed && closed > begin.day
        ? [
            begin,
            { id: `${index}-closed`, day: closed, annotation, isClosing: true },
          ]
        : [begin];
    })
    .sort((one, other) => compare(one.day, other.day));
}

/** Events that are too close on the chart for markers of their own. */
export type EventCluster = { at: number; events: TrendEvent[] };

/**
 * Puts events together that are less than some distance away from the first of them.
 *
 * @param toPlace - where the day of an event is on the chart
 */
export function clusterEvents(
  events: readonly TrendEvent[],
  toPlace: (day: Day) => number,
  distance: number,
): EventCluster[] {
  const clusters: EventCluster[] = [];
  for (const event of events) {
    const at = toPlace(event.day);
    const last = clusters.at(-1);
    if (last && at - last.at < distance) {
      last.events.push(event);
    } else {
      clusters.push({ at, events: [event] });
    }
  }
  return clusters;
}

/** A row of the table of a trend: the score at the end of a day, and what happened. */
type TrendRow<TScore> = {
  day: Day;
  score: TScore;
  events: TrendEvent[];
};

/** A row for each day on which the score changed or something happened. */
export function toRows<TScore extends { day: Day }>(
  scores: readonly TScore[],
  events: readonly TrendEvent[],
): TrendRow<TScore>[] {
  const days = [...scores, ...events].map(({ day }) => day);
  return [...new Set(days)].sort().flatMap(day => {
    const score = scores.filter(one => one.day <= day).at(-1);
    return score
      ? [{ day, score, events: events.filter(one => one.day === day) }]
      : [];
  });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
