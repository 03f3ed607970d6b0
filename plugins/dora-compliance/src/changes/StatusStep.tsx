import { Text } from '@backstage/ui';
import type { StatusChangeView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  RelativeTime,
  StatusBadge,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { RiArrowRightLine } from '@remixicon/react';
import { useTranslation } from '../translation/useTranslation';
import styles from './changes.module.css';

/** From what to what a status changed, and when. */
export function StatusStep({
  change: { from, to, at },
}: {
  change: Pick<StatusChangeView, 'from' | 'to' | 'at'>;
}) {
  const { t } = useTranslation();
  return (
    <span className={styles.step}>
      <StatusBadge status={from} />
      <RiArrowRightLine
        size={16}
        role="img"
        aria-label={t('change.changedTo')}
      />
      <StatusBadge status={to} />
      <Text variant="body-small" color="secondary">
        <RelativeTime instant={at} />
      </Text>
    </span>
  );
}
