import { useApi } from '@backstage/core-plugin-api';
import { Button, Flex, Link, Text } from '@backstage/ui';
import {
  type Instant,
  type StatusChangeView,
  subtractDuration,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  EntityTitleLink,
  RelativeTime,
  StatusBadge,
  useEntityAddress,
  usePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { RiArrowRightLine } from '@remixicon/react';
import { useState } from 'react';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import { useTranslation } from '../translation/useTranslation';
import { addressOfResult } from './addressOfResult';
import type { ScorecardScope } from './ScorecardScope';
import styles from './scorecard.module.css';

const SHOWN_AT_FIRST = 5;

/** What changed from one status to another within a week, latest first. */
export function RecentChanges({ scope }: { scope: ScorecardScope }) {
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const [since] = useState<Instant>(() =>
    subtractDuration(toInstant(new Date()), 'P7D'),
  );
  const { items, error, hasMore, isPending, loadMore, reload } = usePages(
    `${scope.of} ${scope.ref}`,
    cursor =>
      api.listStatusChanges({
        ...scope,
        since,
        limit: SHOWN_AT_FIRST,
        ...(cursor && { cursor }),
      }),
  );
  return (
    <section aria-label={t('organization.changes')}>
      <Flex direction="column" gap="3">
        <Text as="h3" variant="title-x-small" weight="bold">
          {t('organization.changes')}
        </Text>
        {error && <Failure what="changes" error={error} onRetry={reload} />}
        {!items && !error && <Loading blocks={[96]} />}
        {items?.length === 0 && <Text>{t('organization.noChanges')}</Text>}
        {items && items.length > 0 && (
          <ul className={styles.changes}>
            {items.map(change => (
              <Change
                key={`${change.entityRef} ${change.control.id} ${change.at}`}
                change={change}
              />
            ))}
          </ul>
        )}
        {hasMore && (
          <Flex>
            <Button
              variant="secondary"
              isPending={isPending}
              onPress={loadMore}
            >
              {t('list.loadMore')}
            </Button>
          </Flex>
        )}
      </Flex>
    </section>
  );
}

function Change({ change }: { change: StatusChangeView }) {
  const { entityRef, title, control, from, to, at } = change;
  const { t } = useTranslation();
  const toAddress = useEntityAddress();
  return (
    <li>
      <span className={styles.changed}>
        <EntityTitleLink entityRef={entityRef} title={title} weight="bold" />
        <Link href={addressOfResult(toAddress(entityRef), control.id)}>
          {t('compliance.control', control)}
        </Link>
      </span>
      <span className={styles.changed}>
        <StatusBadge status={from} />
        <RiArrowRightLine size={16} aria-label={t('organization.changedTo')} />
        <StatusBadge status={to} />
        <Text variant="body-small" color="secondary">
          <RelativeTime instant={at} />
        </Text>
      </span>
    </li>
  );
}
