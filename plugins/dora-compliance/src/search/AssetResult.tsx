import { Link, Text } from '@backstage/ui';
import type { AssetDocument } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  CriticalityBadge,
  RelativeTime,
  StatusBadge,
  useEntityAddress,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useTranslation } from '../translation/useTranslation';
import styles from './search.module.css';

/** An ICT asset that was found: how critical it is, and what asks for work. */
export function AssetResult({ asset }: { asset: AssetDocument }) {
  const { entityRef, title } = asset;
  const toAddress = useEntityAddress();
  return (
    <>
      <Link href={`${toAddress(entityRef)}/compliance`} weight="bold">
        {title}
      </Link>
      {asset.notSatisfied !== undefined && <Compliance asset={asset} />}
    </>
  );
}

/** The compliance of an asset when it was indexed, if the index has it. */
function Compliance({ asset }: { asset: AssetDocument }) {
  const { status, criticality, indexedAt } = asset;
  const { notSatisfied = 0, notAssessed = 0 } = asset;
  const { t } = useTranslation();
  const parts = [
    t('compliance.count.not-satisfied', { amount: notSatisfied }),
    t('compliance.count.not-assessed', { amount: notAssessed }),
  ];
  return (
    <>
      <div className={styles.line}>
        {status ? (
          <>
            <StatusBadge status={status} />
            <Text>{t('joined', { parts })}</Text>
          </>
        ) : (
          <Text color="secondary">{t('inventory.notScored')}</Text>
        )}
        <CriticalityBadge level={criticality} />
      </div>
      <IndexedAt instant={indexedAt} />
    </>
  );
}

/** The time of the index, after which the compliance may have changed. */
export function IndexedAt({
  instant,
}: {
  instant: AssetDocument['indexedAt'];
}) {
  const { t } = useTranslation();
  return (
    <Text variant="body-small" color="secondary">
      {t('search.indexedAt', { time: <RelativeTime instant={instant} /> })}
    </Text>
  );
}
