import { Text } from '@backstage/ui';
import type { InventoryItemView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  StatusBadge,
  useEntityAddress,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Link } from 'react-router-dom';
import { useTranslation } from '../translation/useTranslation';
import { describeOpen } from './describeOpen';
import styles from './facts.module.css';

/** The address of the Compliance tab of an asset. */
function addressOfCompliance(assetAddress: string): string {
  return `${assetAddress}/compliance`;
}

/** The worst status of an asset, and how many controls ask for work. */
export function ComplianceFact({
  item,
}: {
  item: Pick<InventoryItemView, 'entityRef' | 'title'> & {
    score?: InventoryItemView['score'];
  };
}) {
  const { score, title, entityRef } = item;
  const { t } = useTranslation();
  const toAddress = useEntityAddress();
  if (!score) {
    return (
      <Text variant="body-small" color="secondary">
        {t('inventory.notScored')}
      </Text>
    );
  }
  const what = describeOpen(score, t);
  return (
    <div className={styles.fact}>
      <StatusBadge status={score.worst} />
      {what && (
        <Link
          to={addressOfCompliance(toAddress(entityRef))}
          className={styles.counts}
          aria-label={t('inventory.controlsOf', { what, title })}
        >
          {what}
        </Link>
      )}
    </div>
  );
}
