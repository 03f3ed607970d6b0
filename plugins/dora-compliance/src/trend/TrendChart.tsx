import { Text } from '@backstage/ui';
import type { Day } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTimeFormat } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { type PointerEvent, useId, useState } from 'react';
import { useShare } from '../scorecard/useShare';
import { useTranslation } from '../translation/useTranslation';
import { ChartLines } from './ChartLines';
import { findPoint, type TrendPoint } from './trendPoints';
import { useWidth } from './useWidth';
import { useChartScales } from './useChartScales';
import styles from './trend.module.css';

const HEIGHT = 240;

/**
 * The two numbers as lines of steps: a score holds until the next one. A slider, or
 * the pointer, reads the score of a day in words.
 */
export function TrendChart(props: {
  points: readonly TrendPoint[];
  /** The first and the last day. */
  days: { from: Day; to: Day };
}) {
  const { points, days } = props;
  const { from, to } = days;
  const { t } = useTranslation();
  const describe = useShare();
  const { formatDay } = useTimeFormat();
  const [frame, width] = useWidth<HTMLDivElement>(640);
  const scales = useChartScales({ from, to, width, height: HEIGHT });
  const [chosen, setChosen] = useState(Infinity);
  const slider = useId();
  const index = Math.min(chosen, points.length - 1);
  const point = points[index];
  if (!point) {
    return null;
  }
  const reading = t('trend.reading', {
    day: formatDay(point.day),
    coverage: describe(point.coverage),
    compliance: describe(point.compliance),
    amount: point.assets,
  });
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    setChosen(findPoint(points, scales.x.invert(event.clientX - left)));
  };
  return (
    <div className={styles.chart} ref={frame}>
      <Legend />
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
        <ChartLines points={points} chosen={point} scales={scales} />
      </svg>
      <label htmlFor={slider} className={styles.slider}>
        {t('trend.day')}
        <input
          id={slider}
          type="range"
          min={0}
          max={points.length - 1}
          value={index}
          aria-valuetext={reading}
          onChange={event => setChosen(Number(event.target.value))}
        />
      </label>
      <Text variant="body-small">{reading}</Text>
    </div>
  );
}

/** The lines differ in their pattern, too. */
function Legend() {
  const { t } = useTranslation();
  return (
    <ul className={styles.legend}>
      {(['coverage', 'compliance'] as const).map(name => (
        <li key={name}>
          <svg width="32" height="8" aria-hidden>
            <line x1="0" y1="4" x2="32" y2="4" className={styles[name]} />
          </svg>
          {t(`scorecard.${name}`)}
        </li>
      ))}
    </ul>
  );
}
