import type { Day } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { EventCluster, TrendEvent } from './trendEvents';
import styles from './trend.module.css';
import { toTime } from './trendPoints';
import type { ChartScales } from './useChartScales';

/** How far apart bars of gaps are, in pixels. */
const STEP = 4;

/** A line at each event, from its marker down, and a bar for the time of each gap. */
export function ChartEvents(props: {
  clusters: readonly EventCluster[];
  open: EventCluster | undefined;
  scales: ChartScales;
}) {
  const { clusters, open, scales } = props;
  const { x, top, bottom } = scales;
  const events = clusters.flatMap(cluster => cluster.events);
  return (
    <g>
      {clusters.map(cluster =>
        cluster.events.map(({ id, day }) => (
          <line
            key={id}
            className={cluster === open ? styles.openEvent : styles.event}
            x1={x(toTime(day))}
            x2={x(toTime(day))}
            y1={top}
            y2={bottom}
          />
        )),
      )}
      {findBars(events, x.domain()[1]).map(({ id, from, to }) => (
        <line
          key={id}
          className={styles.gap}
          x1={x(from)}
          x2={Math.max(x(to), x(from) + STEP)}
          y1={bottom - STEP}
          y2={bottom - STEP}
        />
      ))}
    </g>
  );
}

/** The time of each gap; one that lasts ends with the chart. */
function findBars(events: readonly TrendEvent[], end: Date | undefined) {
  return events.flatMap(({ id, day, annotation, isClosing }) => {
    if (annotation.kind !== 'gap' || isClosing) {
      return [];
    }
    const { until } = annotation;
    const to = until === undefined ? end : toEnd(until, day);
    return [{ id, from: toTime(day), to: to ?? toTime(day) }];
  });
}

/** A gap may have ended before the trend begins. */
function toEnd(until: Day, day: Day): Date {
  return toTime(until < day ? day : until);
}
