import type { Day } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { scaleLinear, scaleUtc } from '@visx/scale';
import { useMemo } from 'react';

/** The room around the lines, in pixels. */
const MARGIN = { top: 8, right: 16, bottom: 28, left: 52 };

/** Where times and shares are on the chart. */
export function useChartScales(props: {
  from: Day;
  to: Day;
  width: number;
  height: number;
}) {
  const { from, to, width, height } = props;
  return useMemo(() => {
    const [left, right] = [MARGIN.left, Math.max(width - MARGIN.right, 60)];
    const [top, bottom] = [MARGIN.top, height - MARGIN.bottom];
    return {
      left,
      right,
      top,
      bottom,
      x: scaleUtc<number>({
        domain: [new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)],
        range: [left, right],
      }),
      y: scaleLinear<number>({ domain: [0, 1], range: [bottom, top] }),
    };
  }, [from, to, width, height]);
}

export type ChartScales = ReturnType<typeof useChartScales>;
