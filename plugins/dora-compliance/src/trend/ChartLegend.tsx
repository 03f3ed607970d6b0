import { useTranslation } from '../translation/useTranslation';
import styles from './trend.module.css';

/** What the lines are; they differ in their pattern, too. */
export function ChartLegend({ hasGaps }: { hasGaps: boolean }) {
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
      {hasGaps && (
        <li>
          <svg width="32" height="8" aria-hidden>
            <line x1="0" y1="4" x2="32" y2="4" className={styles.gap} />
          </svg>
          {t('trend.event.bar')}
        </li>
      )}
    </ul>
  );
}
