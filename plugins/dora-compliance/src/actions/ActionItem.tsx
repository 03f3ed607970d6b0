import { Link, Text } from '@backstage/ui';
import type { ActionView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  CriticalityBadge,
  EntityTitleLink,
  StatusBadge,
  useEntityAddress,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import list from '../page/list.module.css';
import { useTranslation } from '../translation/useTranslation';
import { ActionFacts } from './ActionFacts';

/** One control of one asset: why it waits, what to do, and how long that takes. */
export function ActionItem({ action }: { action: ActionView }) {
  const { control, entityRef, title, criticality, status } = action;
  const { t } = useTranslation();
  const toAddress = useEntityAddress();
  const address = `${toAddress(
    entityRef,
  )}/compliance?control=${encodeURIComponent(control.id)}`;
  return (
    <li className={list.item}>
      <div className={list.line}>
        <StatusBadge status={status} />
        <Link href={address} weight="bold">
          {t('action.control', { code: control.code, title: control.title })}
        </Link>
      </div>
      <div className={list.line}>
        <EntityTitleLink entityRef={entityRef} title={title} />
        <CriticalityBadge level={criticality} />
        <ActionFacts action={action} />
      </div>
      <Text>{action.reason.sentence}</Text>
      {action.advice && (
        <Text color="secondary">
          <Text as="span" weight="bold" color="secondary">
            {t('action.what')}
          </Text>{' '}
          {action.advice}
        </Text>
      )}
    </li>
  );
}
