import { ControlStatus } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { StatusBadge } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useTranslation } from '../translation/useTranslation';
import styles from './scorecard.module.css';

/** What the icons of the matrix mean, worst first. */
export function Legend() {
  const { t } = useTranslation();
  return (
    <ul className={styles.legend} aria-label={t('scorecard.legend')}>
      {[...ControlStatus.options].reverse().map(status => (
        <li key={status}>
          <StatusBadge status={status} />
        </li>
      ))}
    </ul>
  );
}
