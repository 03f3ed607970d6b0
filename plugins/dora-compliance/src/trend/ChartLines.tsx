import { AxisBottom, AxisLeft } from '@visx/axis';
import { curveStepAfter } from '@visx/curve';
import { LinePath } from '@visx/shape';
import { useShare } from '../scorecard/useShare';
import { useTranslation } from '../translation/useTranslation';
import { toLine, type TrendPoint } from './trendPoints';
import type { ChartScales } from './useChartScales';
import styles from './trend.module.css';

/** Room for the name of a day or month, in pixels. */
const TICK = 90;
const SHARES = [0, 0.25, 0.5, 0.75, 1];
const YEAR = 300 * 24 * 60 * 60 * 1000;

/** Axes, the two lines, and the chosen point. */
export function ChartLines(props: {
  points: readonly TrendPoint[];
  chosen: TrendPoint;
  scales: ChartScales;
}) {
  const { chosen, scales } = props;
  const { x, y, left, right, top, bottom } = scales;
  const { t } = useTranslation();
  const describe = useShare();
  const [first, last] = x.domain();
  const tick =
    Number(last) - Number(first) > YEAR ? 'trend.month' : 'trend.tick';
  return (
    <>
      <g className={styles.axis}>
        {SHARES.map(share => (
          <line key={share} x1={left} x2={right} y1={y(share)} y2={y(share)} />
        ))}
        <AxisLeft
          left={left}
          scale={y}
          tickValues={SHARES}
          tickFormat={value => describe(Number(value))}
          hideAxisLine
          hideTicks
          tickLabelProps={{ className: styles.label, fill: undefined }}
        />
        <AxisBottom
          top={bottom}
          scale={x}
          numTicks={Math.max(2, Math.floor((right - left) / TICK))}
          tickFormat={value => t(tick, { moment: new Date(Number(value)) })}
          tickLabelProps={{ className: styles.label, fill: undefined }}
        />
      </g>
      <line
        className={styles.chosen}
        x1={x(chosen.at)}
        x2={x(chosen.at)}
        y1={top}
        y2={bottom}
      />
      <Line name="coverage" {...props} />
      <Line name="compliance" {...props} />
    </>
  );
}

/** One of the two lines, and its value on the chosen day. */
function Line(props: {
  name: 'coverage' | 'compliance';
  points: readonly TrendPoint[];
  chosen: TrendPoint;
  scales: ChartScales;
}) {
  const {
    name,
    points,
    chosen,
    scales: { x, y },
  } = props;
  return (
    <g>
      <LinePath
        data={toLine(points, name)}
        className={styles[name]}
        curve={curveStepAfter}
        fill="none"
        defined={({ share }) => share !== undefined}
        x={({ at }) => x(at)}
        y={({ share }) => y(share ?? 0)}
      />
      {chosen[name] !== undefined && (
        <circle
          className={styles.point}
          cx={x(chosen.at)}
          cy={y(chosen[name])}
          r={4}
        />
      )}
    </g>
  );
}
