import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import type {
  ControlStatus,
  Instant,
  StatusChangeView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  RelativeTime,
  useLive,
  usePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Failure } from '../failure/Failure';
import { LoadMore } from '../loading/LoadMore';
import { Loading } from '../loading/Loading';
import { useSharedTranslation } from '../translation/useSharedTranslation';
import { useTranslation } from '../translation/useTranslation';
import styles from './changes.module.css';
import { StatusStep } from './StatusStep';

/** Before all changes that were ever recorded. */
const BEGINNING = '2000-01-01T00:00:00.000Z' as Instant;

const SHOWN_AT_FIRST = 20;

/** Every change of the status of one control for one asset, latest first. */
export function ControlHistory(props: {
  entityRef: string;
  controlId: string;
  status: ControlStatus;
}) {
  const { entityRef, controlId, status } = props;
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const pages = useLive(
    usePages(`${entityRef} ${controlId}`, cursor =>
      api.listStatusChanges({
        of: 'asset',
        ref: entityRef,
        controlId,
        since: BEGINNING,
        limit: SHOWN_AT_FIRST,
        ...(cursor && { cursor }),
      }),
    ),
  );
  const { items, error, reload } = pages;
  return (
    <section aria-label={t('change.history')} className={styles.section}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('change.history')}
      </Text>
      {error && <Failure what="changes" error={error} onRetry={reload} />}
      {!items && !error && <Loading blocks={[48]} />}
      {items && <Since changes={items} status={status} />}
      {items && items.length > 0 && (
        <ol className={styles.line}>
          {items.map((change, place) => (
            <li key={`${change.at} ${items.length - place}`}>
              <StatusStep change={change} />
            </li>
          ))}
        </ol>
      )}
      <LoadMore pages={pages} />
    </section>
  );
}

/**
 * Since when the status is what it is. The latest change may not be listed yet while
 * the status is already shown.
 */
function Since(props: {
  changes: readonly StatusChangeView[];
  status: ControlStatus;
}) {
  const { changes, status } = props;
  const { t } = useTranslation();
  const { t: shared } = useSharedTranslation();
  const [latest] = changes;
  if (!latest) {
    return <Text>{t('change.never')}</Text>;
  }
  return latest.to === status ? (
    <Text>
      {t('change.since', {
        status: shared(`status.${status}`),
        time: <RelativeTime instant={latest.at} />,
      })}
    </Text>
  ) : null;
}
