import { toInstant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useTimeFormat } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import { useTranslation } from '../translation/useTranslation';
import styles from './surface.module.css';

/**
 * When a page was opened, and its address with all filters: on printed sheets only,
 * which have no address bar.
 */
export function PrintNote() {
  const { t } = useTranslation();
  const { formatTime } = useTimeFormat();
  const [opened] = useState(() => toInstant(new Date()));
  // Renders again when a filter changes.
  useLocation();
  return (
    <p className={styles.printed}>
      {t('print.state', {
        time: formatTime(opened),
        address: window.location.href,
      })}
    </p>
  );
}
