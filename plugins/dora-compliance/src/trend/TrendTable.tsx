import type { DayScore } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTimeFormat } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useShare } from '../scorecard/useShare';
import { useTranslation } from '../translation/useTranslation';
import styles from './trend.module.css';

/** The values of the chart, the latest first. */
export function TrendTable({ days }: { days: readonly DayScore[] }) {
  const { t } = useTranslation();
  const { formatDay } = useTimeFormat();
  const describe = useShare();
  return (
    <details className={styles.values}>
      <summary>{t('trend.values')}</summary>
      <div className={styles.scroll}>
        <table aria-label={t('trend.values')}>
          <thead>
            <tr>
              <th scope="col">{t('trend.from')}</th>
              <th scope="col">{t('scorecard.coverage')}</th>
              <th scope="col">{t('scorecard.compliance')}</th>
              <th scope="col">{t('organization.assets')}</th>
            </tr>
          </thead>
          <tbody>
            {[...days].reverse().map(({ day, score, assets }) => (
              <tr key={day}>
                <th scope="row">{formatDay(day)}</th>
                <td>{describe(score.coverage)}</td>
                <td>{describe(score.compliance)}</td>
                <td>{t('number', { value: assets })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
