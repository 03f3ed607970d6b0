import { parseEntityRef } from '@backstage/catalog-model';
import { Text } from '@backstage/ui';
import type { PolicyView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  EntityTitleLink,
  ToneBadge,
  useTimeFormat,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import list from '../page/list.module.css';
import { useTranslation } from '../translation/useTranslation';

/** The version of a policy, its owner, and when it was approved and is due. */
export function PolicyFacts({ policy }: { policy: PolicyView }) {
  const { version, ownerRef, approvedBy, approvedOn, reviewedOn } = policy;
  const { t } = useTranslation();
  const { formatDay } = useTimeFormat();
  const day = formatDay(approvedOn);
  return (
    <span className={list.line}>
      <Text>{t('policies.version', { version })}</Text>
      {ownerRef && (
        <Text>
          {t('policies.owner', {
            owner: (
              <EntityTitleLink
                entityRef={ownerRef}
                title={parseEntityRef(ownerRef).name}
              />
            ),
          })}
        </Text>
      )}
      <Text>
        {approvedBy
          ? t('policies.approvedBy', { day, by: approvedBy })
          : t('policies.approvedOn', { day })}
      </Text>
      {reviewedOn && (
        <Text>{t('policies.reviewedOn', { day: formatDay(reviewedOn) })}</Text>
      )}
      <ReviewDue policy={policy} />
    </span>
  );
}

/** By when it has to be reviewed; a date in the past is a finding of its own. */
function ReviewDue({ policy: { reviewDue } }: { policy: PolicyView }) {
  const { t } = useTranslation();
  const { formatDay } = useTimeFormat();
  const day = formatDay(reviewDue);
  const isOverdue = reviewDue < new Date().toISOString().slice(0, 10);
  return isOverdue ? (
    <ToneBadge tone="danger">{t('policies.overdue', { day })}</ToneBadge>
  ) : (
    <Text>{t('policies.reviewDue', { day })}</Text>
  );
}
