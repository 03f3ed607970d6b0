import { useTranslation } from '../translation/useTranslation';
import styles from './sources.module.css';

/** How many of the events that a source reports arrived as deliveries. */
export function Reconciliation(props: {
  counts: { expected: number; received: number; missed: number };
}) {
  const { expected, received, missed } = props.counts;
  const { t } = useTranslation();
  if (missed === 0) {
    return <>{t('source.reconciled', { received, expected })}</>;
  }
  return t('source.reconciledMissed', {
    received: t('number', { value: received }),
    expected: t('number', { value: expected }),
    missed: (
      <span className={styles.doubtful}>
        {t('source.missed', { amount: missed })}
      </span>
    ),
  });
}
