import { Link, Text } from '@backstage/ui';
import type { PolicyClauseView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { ToneBadge } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { StatusesOfControls } from '../controls/ControlItem';
import { StatusCounts } from '../controls/StatusCounts';
import { useControlAddress } from '../controls/useControlAddress';
import list from '../page/list.module.css';
import { useTranslation } from '../translation/useTranslation';
import styles from './policies.module.css';

/** A clause: what it asks, and each control that enforces it with who passes and fails. */
export function ClauseItem(props: {
  clause: PolicyClauseView;
  statuses: StatusesOfControls | undefined;
}) {
  const { clause, statuses } = props;
  const { id, text, controls, notInstalled } = clause;
  const { t } = useTranslation();
  const toControl = useControlAddress();
  return (
    <li className={list.item}>
      <Text weight="bold">{t('policies.clause', { id, text })}</Text>
      {controls.length === 0 && (
        <ToneBadge tone="warning">{t('policies.nothing')}</ToneBadge>
      )}
      {controls.length > 0 && (
        <ul className={styles.controls}>
          {controls.map(control => {
            const name = t('compliance.control', control);
            const counts = statuses?.get(control.id);
            return (
              <li key={control.id}>
                {toControl ? (
                  <Link href={toControl(control.id)}>{name}</Link>
                ) : (
                  <Text>{name}</Text>
                )}
                {counts && (
                  <StatusCounts
                    statuses={counts}
                    label={t('policies.counts', { control: control.code })}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {notInstalled.length > 0 && (
        <Text>{t('policies.notInstalled', { ids: notInstalled })}</Text>
      )}
    </li>
  );
}
