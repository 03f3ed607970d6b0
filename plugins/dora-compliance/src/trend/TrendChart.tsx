import type { Day } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTimeFormat } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { type PointerEvent, useId, useState } from 'react';
import { useTranslation } from '../translation/useTranslation';
import { ChartEvents } from './ChartEvents';
import { ChartLegend } from './ChartLegend';
import { ChartLines } from './ChartLines';
import { DaySlider } from './DaySlider';
import { EventList } from './EventList';
import { EventMarkers } from './EventMarkers';
import {
  clusterEvents,
  type EventCluster,
  type TrendEvent,
} from './trendEvents';
import { findPoint, toTime, type TrendPoint } from './trendPoints';
import { useWidth } from './useWidth';
import { type ChartScales, useChartScales } from './useChartScales';
import styles from './trend.module.css';

const HEIGHT = 240;
/** Room for the word of a marker, in pixels. */
const MARKER = 100;

/**
 * The two numbers as lines of steps: a score holds until the next one. A slider, or
 * the pointer, reads the score of a day in words. Markers tell what happened.
 */
export function TrendChart(props: {
  points: readonly TrendPoint[];
  /** The first and the last day. */
  days: { from: Day; to: Day };
  /** Earliest first. */
  events: readonly TrendEvent[];
}) {
  const { points, days, events } = props;
  const { from, to } = days;
  const { t } = useTranslation();
  const { formatDay } = useTimeFormat();
  const [frame, width] = useWidth<HTMLDivElement>(640);
  const scales = useChartScales({ from, to, width, height: HEIGHT });
  const [chosen, setChosen] = useState(Infinity);
  const list = useId();
  const { clusters, open, toggle } = useClusters(events, scales);
  const index = Math.min(chosen, points.length - 1);
  const point = points[index];
  if (!point) {
    return null;
  }
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    setChosen(findPoint(points, scales.x.invert(event.clientX - left)));
  };
  const onToggle = (cluster: EventCluster) => {
    toggle(cluster);
    const last = cluster.events.at(-1);
    setChosen(last ? findPoint(points, toTime(last.day)) : chosen);
  };
  return (
    <div className={styles.chart} ref={frame}>
      <ChartLegend hasGaps={events.some(isGap)} />
      {clusters.length > 0 && (
        <EventMarkers
          clusters={clusters}
          open={open}
          right={scales.right}
          controls={list}
          onToggle={onToggle}
        />
      )}
      <svg
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={t('trend.chart', {
          from: formatDay(from),
          to: formatDay(to),
        })}
        onPointerMove={onPointerMove}
      >
        <ChartEvents clusters={clusters} open={open} scales={scales} />
        <ChartLines points={points} chosen={point} scales={scales} />
      </svg>
      <DaySlider points={points} index={index} onChange={setChosen} />
      {open && <EventList id={list} events={open.events} />}
    </div>
  );
}

/** The markers, and the one that is open: it has the event that was opened. */
function useClusters(events: readonly TrendEvent[], { x }: ChartScales) {
  const [opened, setOpened] = useState<string>();
  const clusters = clusterEvents(events, day => x(toTime(day)), MARKER);
  const open = clusters.find(one => one.events.some(({ id }) => id === opened));
  const toggle = (cluster: EventCluster) =>
    setOpened(cluster === open ? undefined : cluster.events[0]?.id);
  return { clusters, open, toggle };
}

function isGap({ annotation }: TrendEvent): boolean {
  return annotation.kind === 'gap';
}
