import { parseEntityRef } from '@backstage/catalog-model';
import { Button, Flex, Text } from '@backstage/ui';
import type { AssetRecordView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  EntityTitleLink,
  formatCalendarDay,
  reviewDueWords,
  reviewWords,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { RiErrorWarningLine } from '@remixicon/react';
import { useState } from 'react';
import styles from './record.module.css';
import { ReviewDialog } from './ReviewDialog';

/** When the record was reviewed, and a way to review it. */
export function ReviewSection(props: {
  record: AssetRecordView;
  entityRef: string;
  onChange: () => void;
}) {
  const { record, entityRef, onChange } = props;
  const { review, lastReviewedBy, mayReview } = record;
  const [open, setOpen] = useState(false);
  const due = reviewDueWords(review);
  return (
    <Flex align="center" justify="between" gap="3" className={styles.review}>
      <Flex direction="column" gap="1">
        {review.state === 'due' ? (
          <Text weight="bold">{reviewWords.due}</Text>
        ) : (
          <span className={styles.overdue}>
            <RiErrorWarningLine size={16} aria-hidden />
            {review.state === 'overdue'
              ? `Review overdue ${due ?? ''}`
              : reviewWords.never}
          </span>
        )}
        {review.lastReview && (
          <Text variant="body-small" color="secondary">
            Last reviewed {formatCalendarDay(review.lastReview)}
            {lastReviewedBy && (
              <>
                {' by '}
                <Reviewer name={lastReviewedBy} />
              </>
            )}
            {review.state === 'due' && due && `; ${due}`}.
          </Text>
        )}
      </Flex>
      {mayReview && (
        <Button variant="secondary" onPress={() => setOpen(true)}>
          Review…
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

/** Who is known to the catalog is named by a link to their page. */
function Reviewer({ name }: { name: string }) {
  return /^[^:/]+:[^:/]+\/[^:/]+$/.test(name) ? (
    <EntityTitleLink entityRef={name} title={parseEntityRef(name).name} />
  ) : (
    <>{name}</>
  );
}
