import { useApi } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import {
  type Instant,
  subtractDuration,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  useLive,
  usePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useState } from 'react';
import { Failure } from '../failure/Failure';
import { LoadMore } from '../loading/LoadMore';
import { Loading } from '../loading/Loading';
import type { ScorecardScope } from '../scorecard/ScorecardScope';
import { useTranslation } from '../translation/useTranslation';
import { ChangeList } from './ChangeList';
import styles from './changes.module.css';

const SHOWN_AT_FIRST = 5;

/** What changed from one status to another within a week, latest first. */
export function RecentChanges(props: {
  scope: ScorecardScope;
  /** Of one asset: the address of each of its controls. */
  toControl?: (controlId: string) => string;
}) {
  const { scope, toControl } = props;
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const [since] = useState<Instant>(() =>
    subtractDuration(toInstant(new Date()), 'P7D'),
  );
  const pages = useLive(
    usePages(`${scope.of} ${scope.ref}`, cursor =>
      api.listStatusChanges({
        ...scope,
        since,
        limit: SHOWN_AT_FIRST,
        ...(cursor && { cursor }),
      }),
    ),
  );
  const { items, error, reload } = pages;
  return (
    <section aria-label={t('change.recent')} className={styles.section}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('change.recent')}
      </Text>
      {error && <Failure what="changes" error={error} onRetry={reload} />}
      {!items && !error && <Loading blocks={[96]} />}
      {items?.length === 0 && <Text>{t('change.none')}</Text>}
      {items && items.length > 0 && (
        <ChangeList changes={items} toControl={toControl} />
      )}
      <LoadMore pages={pages} />
    </section>
  );
}
