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
  RelativeTime,
  StatusBadge,
  useLive,
  usePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { RiArrowRightLine } from '@remixicon/react';
import { useState } from 'react';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import { useTranslation } from '../translation/useTranslation';
import styles from './scoreTab.module.css';
import { useTabAddress } from './useTabAddress';

const SHOWN_AT_FIRST = 5;

/** The statuses of an asset that changed within a week, latest first. */
export function WeekChanges({ entityRef }: { entityRef: string }) {
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const [since] = useState<Instant>(() =>
    subtractDuration(toInstant(new Date()), 'P7D'),
  );
  const { items, error, hasMore, isPending, loadMore, reload } = useLive(
    usePages(entityRef, cursor =>
      api.listStatusChanges({
        of: 'asset',
        ref: entityRef,
        since,
        limit: SHOWN_AT_FIRST,
        ...(cursor && { cursor }),
      }),
    ),
  );
  return (
    <section aria-label={t('service.changes')} className={styles.panel}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('service.changes')}
      </Text>
      {error && (
        <Failure
          what={{ title: t('service.changesNotLoaded') }}
          error={error}
          onRetry={reload}
        />
      )}
      {!items && !error && <Loading blocks={[48]} />}
      {items?.length === 0 && <Text>{t('service.noChanges')}</Text>}
      {items && items.length > 0 && (
        <ul className={styles.events}>
          {items.map(change => (
            <Change key={`${change.control.id} ${change.at}`} change={change} />
          ))}
        </ul>
      )}
      {hasMore && (
        <Flex>
          <Button variant="secondary" isPending={isPending} onPress={loadMore}>
            {t('list.loadMore')}
          </Button>
        </Flex>
      )}
    </section>
  );
}

function Change({
  change: { control, from, to, at },
}: {
  change: StatusChangeView;
}) {
  const { t } = useTranslation();
  const { toControl } = useTabAddress();
  return (
    <li>
      <Link href={toControl(control.id)}>
        {t('compliance.control', { code: control.code, title: control.title })}
      </Link>
      <span className={styles.line}>
        <StatusBadge status={from} />
        <RiArrowRightLine
          size={16}
          role="img"
          aria-label={t('service.changedTo')}
        />
        <StatusBadge status={to} />
        <Text variant="body-small" color="secondary">
          <RelativeTime instant={at} />
        </Text>
      </span>
    </li>
  );
}
