import type { DayScore } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTimeFormat } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useShare } from '../scorecard/useShare';
import { useTranslation } from '../translation/useTranslation';
import styles from './trend.module.css';
import { toRows, type TrendEvent } from './trendEvents';
import { useEventTexts } from './useEventTexts';

/** The values of the chart, the latest first, and what happened on these days. */
export function TrendTable(props: {
  days: readonly DayScore[];
  events: readonly TrendEvent[];
}) {
  const { days, events } = props;
  const { t } = useTranslation();
  const { formatDay } = useTimeFormat();
  const describe = useShare();
  const texts = useEventTexts();
  const hasEvents = events.length > 0;
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
              {hasEvents && <th scope="col">{t('trend.event.title')}</th>}
            </tr>
          </thead>
          <tbody>
            {toRows(days, events)
              .reverse()
              .map(({ day, score: { score, assets }, events: found }) => (
                <tr key={day}>
                  <th scope="row">{formatDay(day)}</th>
                  <td>{describe(score.coverage)}</td>
                  <td>{describe(score.compliance)}</td>
                  <td>{t('number', { value: assets })}</td>
                  {hasEvents && (
                    <td className={styles.what}>
                      {found.map(event => (
                        <div key={event.id}>{texts.describe(event)}</div>
                      ))}
                    </td>
                  )}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
