import { Text } from '@backstage/ui';
import { useTimeFormat } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useId } from 'react';
import { useShare } from '../scorecard/useShare';
import { useTranslation } from '../translation/useTranslation';
import styles from './trend.module.css';
import type { TrendPoint } from './trendPoints';

/** Chooses a day with the keyboard, and reads its score in words. */
export function DaySlider(props: {
  points: readonly TrendPoint[];
  /** The place of the chosen one. */
  index: number;
  onChange: (index: number) => void;
}) {
  const { points, index, onChange } = props;
  const { t } = useTranslation();
  const describe = useShare();
  const { formatDay } = useTimeFormat();
  const id = useId();
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
  return (
    <>
      <label htmlFor={id} className={styles.slider}>
        {t('trend.day')}
        <input
          id={id}
          type="range"
          min={0}
          max={points.length - 1}
          value={index}
          aria-valuetext={reading}
          onChange={event => onChange(Number(event.target.value))}
        />
      </label>
      <Text variant="body-small">{reading}</Text>
    </>
  );
}
