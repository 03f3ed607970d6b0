import { parseEntityRef } from '@backstage/catalog-model';
import { Button, Flex, Text } from '@backstage/ui';
import type { AssetRecordView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  EntityTitleLink,
  useReviewDue,
  useTimeFormat,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { RiErrorWarningLine } from '@remixicon/react';
import { useState } from 'react';
import { useSharedTranslation } from '../translation/useSharedTranslation';
import { useTranslation } from '../translation/useTranslation';
import styles from './record.module.css';
import { ReviewDialog } from './ReviewDialog';

/** When the record was reviewed, and a button to review it. */
export function ReviewSection(props: {
  record: AssetRecordView;
  entityRef: string;
  onChange: () => void;
}) {
  const { record, entityRef, onChange } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Flex align="center" justify="between" gap="3" className={styles.review}>
      <Flex direction="column" gap="1">
        <ReviewStatus review={record.review} />
        <LastReview record={record} />
      </Flex>
      {record.mayReview && (
        <Button variant="secondary" onPress={() => setOpen(true)}>
          {t('record.review.open')}
        </Button>
      )}
      {open && (
        <ReviewDialog
          record={record}
          entityRef={entityRef}
          onChange={onChange}
          onClose={() => setOpen(false)}
        />
      )}
    </Flex>
  );
}

function ReviewStatus({ review }: Pick<AssetRecordView, 'review'>) {
  const { t } = useTranslation();
  const { t: shared } = useSharedTranslation();
  const describeDue = useReviewDue();
  if (review.state === 'due') {
    return <Text weight="bold">{shared('review.due')}</Text>;
  }
  return (
    <span className={styles.overdue}>
      <RiErrorWarningLine size={16} aria-hidden />
      {review.state === 'overdue'
        ? t('record.review.overdue', { since: describeDue(review) ?? '' })
        : shared('review.never')}
    </span>
  );
}

function LastReview({ record }: { record: AssetRecordView }) {
  const { review, lastReviewedBy } = record;
  const { t } = useTranslation();
  const { formatDay } = useTimeFormat();
  const due = useReviewDue()(review);
  if (!review.lastReview) {
    return null;
  }
  const day = formatDay(review.lastReview);
  return (
    <Text variant="body-small" color="secondary">
      {lastReviewedBy
        ? t('record.review.lastBy', {
            day,
            reviewer: <Reviewer name={lastReviewedBy} />,
          })
        : t('record.review.last', { day })}{' '}
      {review.state === 'due' && due && t('record.review.next', { due })}
    </Text>
  );
}

/** A link, if the catalog knows the reviewer. */
function Reviewer({ name }: { name: string }) {
  return /^[^:/]+:[^:/]+\/[^:/]+$/.test(name) ? (
    <EntityTitleLink entityRef={name} title={parseEntityRef(name).name} />
  ) : (
    <>{name}</>
  );
}
