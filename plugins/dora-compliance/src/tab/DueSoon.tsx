import { useApi } from '@backstage/core-plugin-api';
import { Link, Text } from '@backstage/ui';
import {
  type ComplianceView,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  RelativeTime,
  StatusBadge,
  useLoaded,
  useReviewDue,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useState } from 'react';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import { useSharedTranslation } from '../translation/useSharedTranslation';
import { useTranslation } from '../translation/useTranslation';
import { type DueControl, findDueControls, isReviewDue } from './findDue';
import styles from './scoreTab.module.css';
import { useTabAddress } from './useTabAddress';

const SHOWN = 5;

/** What may become worse by itself, and the review of the record. */
export function DueSoon({ view }: { view: ComplianceView }) {
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const { entityRef } = view.asset;
  const [now] = useState(() => toInstant(new Date()));
  const record = useLoaded(entityRef, () => api.readAssetRecord(entityRef));
  const review = record.value?.review;
  const due = findDueControls(
    view.areas.flatMap(({ controls }) => controls),
    now,
  );
  const isReviewListed = review && isReviewDue(review, now);
  return (
    <section aria-label={t('service.due')} className={styles.panel}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('service.due')}
      </Text>
      {record.error && (
        <Failure what="record" error={record.error} onRetry={record.reload} />
      )}
      {!record.value && !record.error && <Loading blocks={[48]} />}
      {due.length === 0 && review && !isReviewListed && (
        <Text>{t('service.nothingDue')}</Text>
      )}
      <ul className={styles.events}>
        {isReviewListed && <Review review={review} />}
        {due.slice(0, SHOWN).map(one => (
          <Due key={one.result.control.id} due={one} />
        ))}
      </ul>
      {due.length > 0 && (
        <Text variant="body-small" color="secondary">
          {due.length > SHOWN &&
            t('service.moreDue', { count: due.length - SHOWN })}{' '}
          {t('service.dueMeaning')}
        </Text>
      )}
    </section>
  );
}

type ReviewProps = { review: Parameters<typeof isReviewDue>[0] };

function Review({ review }: ReviewProps) {
  const { t } = useTranslation();
  const { t: shared } = useSharedTranslation();
  const when = useReviewDue()(review);
  return (
    <li>
      <Text>{t('service.review')}</Text>
      <span className={styles.line}>
        <Text variant="body-small" weight="bold">
          {shared(`review.${review.state}`)}
        </Text>
        <Text variant="body-small" color="secondary">
          {when}
        </Text>
      </span>
    </li>
  );
}

function Due({ due: { result, at } }: { due: DueControl }) {
  const { control, status } = result;
  const { t } = useTranslation();
  const { toControl } = useTabAddress();
  return (
    <li>
      <Link href={toControl(control.id)}>
        {t('compliance.control', { code: control.code, title: control.title })}
      </Link>
      <span className={styles.line}>
        <StatusBadge status={status} />
        <Text variant="body-small" color="secondary">
          {t('service.assessedAgain', { time: <RelativeTime instant={at} /> })}
        </Text>
      </span>
    </li>
  );
}
