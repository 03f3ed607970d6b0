import type { Score } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { StatusBadge } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Text } from '@backstage/ui';
import { useTranslation } from '../translation/useTranslation';
import styles from './controls.module.css';

/** Worst first. */
const ORDER = [
  'not-satisfied',
  'not-assessed',
  'risk-accepted',
  'satisfied',
  'not-applicable',
] as const;

/**
 * How many have each status that one of them has, with its icon.
 *
 * @param props.label - what is counted; ICT assets if absent
 */
export function StatusCounts(
  props: Pick<Score, 'statuses'> & { label?: string },
) {
  const { statuses, label } = props;
  const { t } = useTranslation();
  const shown = ORDER.filter(status => statuses[status] > 0);
  if (shown.length === 0) {
    return <Text>{t('organization.nothing')}</Text>;
  }
  return (
    <ul className={styles.counts} aria-label={label ?? t('controls.counts')}>
      {shown.map(status => (
        <li key={status}>
          <span aria-hidden>
            <StatusBadge status={status} isCompact />
          </span>
          <Text>
            {t(`compliance.count.${status}`, { amount: statuses[status] })}
          </Text>
        </li>
      ))}
    </ul>
  );
}
