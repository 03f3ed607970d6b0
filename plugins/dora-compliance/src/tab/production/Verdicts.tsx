import { Link, Text } from '@backstage/ui';
import type { VerdictView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { StatusBadge } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useTranslation } from '../../translation/useTranslation';
import { useTabAddress } from '../useTabAddress';
import styles from './production.module.css';

/** What each control says about a deployment, worst first. */
export function Verdicts({ verdicts }: { verdicts: readonly VerdictView[] }) {
  const { t } = useTranslation();
  const { toControl } = useTabAddress();
  if (verdicts.length === 0) {
    return <Text>{t('production.noVerdicts')}</Text>;
  }
  return (
    <ul className={styles.verdicts}>
      {verdicts.map(({ control, status, reason, absent, advice }) => (
        <li key={control.id}>
          <span className={styles.line}>
            <StatusBadge status={status} />
            <Link href={toControl(control.id)}>
              {t('compliance.control', {
                code: control.code,
                title: control.title,
              })}
            </Link>
          </span>
          <Text as="p">
            {reason?.sentence ?? (absent && t(`production.absent.${absent}`))}
          </Text>
          {advice && advice !== reason?.sentence && (
            <Text as="p" color="secondary">
              {t('production.advice', { advice })}
            </Text>
          )}
        </li>
      ))}
    </ul>
  );
}
