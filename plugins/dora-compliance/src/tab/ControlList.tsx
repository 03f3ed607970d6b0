import { useApi } from '@backstage/core-plugin-api';
import { Flex, Link, Text } from '@backstage/ui';
import type { ComplianceView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  RelativeTime,
  StatusBadge,
  useLive,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { RecentChanges } from '../changes/RecentChanges';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import { describeCounts } from '../summary/describeCounts';
import { TrendSection } from '../trend/TrendSection';
import { useTranslation } from '../translation/useTranslation';
import { AssetScore } from './AssetScore';
import { ControlGroups } from './ControlGroups';
import { DueSoon } from './DueSoon';
import { NextActions } from './NextActions';
import { ProductionChanges } from './production/ProductionChanges';
import styles from './scoreTab.module.css';
import { useTabAddress } from './useTabAddress';
import { WhyOpen } from './WhyOpen';

/**
 * The scorecard of an asset: two numbers, what to do, all controls, what changed, what is
 * due.
 */
export function ControlList(props: {
  entityRef: string;
  /** The control that the reader returns from: its link takes the focus. */
  cameFrom?: string;
}) {
  const { entityRef, cameFrom } = props;
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const { toControl } = useTabAddress();
  const { value, error, reload } = useLive(
    useLoaded(
      entityRef,
      () => api.readCompliance(entityRef),
      view => view.pending,
    ),
  );
  if (error) {
    return <Failure what="compliance" error={error} onRetry={reload} />;
  }
  if (!value) {
    return <Loading hasHeading blocks={[72, 72, 72]} />;
  }
  if (value.areas.length === 0) {
    return (
      <>
        <Summary view={value} />
        <Text>{t('compliance.noControls')}</Text>
      </>
    );
  }
  return (
    <>
      <Summary view={value} />
      <AssetScore entityRef={entityRef} statuses={value.summary.statuses} />
      <NextActions entityRef={entityRef} />
      <ControlGroups view={value} cameFrom={cameFrom} />
      <div className={styles.panels}>
        <div className={styles.panel}>
          <RecentChanges
            scope={{ of: 'asset', ref: entityRef }}
            toControl={toControl}
          />
        </div>
        <DueSoon view={value} />
      </div>
      <ProductionChanges entityRef={entityRef} />
      <TrendSection scope={{ of: 'asset', ref: entityRef }} />
    </>
  );
}

function Summary({ view }: { view: ComplianceView }) {
  const { toEvidence } = useTabAddress();
  const { summary, lastEvidenceAt, pending } = view;
  const results = view.areas.flatMap(({ controls }) => controls);
  const { t } = useTranslation();
  return (
    <Flex direction="column" gap="1">
      <Flex align="center" gap="3" style={{ flexWrap: 'wrap' }}>
        <Text as="h2" variant="title-small" weight="bold">
          {t('compliance.title')}
        </Text>
        <StatusBadge status={summary.status} />
      </Flex>
      <Text>{describeCounts(summary.statuses, t)}</Text>
      <WhyOpen results={results} status="not-assessed" />
      <WhyOpen results={results} status="not-applicable" />
      <Text variant="body-small" color="secondary">
        {lastEvidenceAt
          ? t('compliance.lastEvidence', {
              time: <RelativeTime instant={lastEvidenceAt} />,
            })
          : t('compliance.noEvidence')}{' '}
        {pending && t('compliance.pending')}{' '}
        <Link href={toEvidence([])}>{t('assetEvidence.title')}</Link>
      </Text>
    </Flex>
  );
}
