import { Link } from '@backstage/ui';
import type { FindingDocument } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  CriticalityBadge,
  EntityTitleLink,
  StatusBadge,
  useEntityAddress,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { addressOfResult } from '../scorecard/addressOfResult';
import { useTranslation } from '../translation/useTranslation';
import { IndexedAt } from './AssetResult';
import { useControlTitle } from './useControlTitle';
import styles from './search.module.css';

/** A control that an asset did not satisfy, as the search found it. */
export function FindingResult({ finding }: { finding: FindingDocument }) {
  const { entityRef, assetTitle, controlId, status, criticality } = finding;
  const { t } = useTranslation();
  const toAddress = useEntityAddress();
  const title = useControlTitle(finding);
  return (
    <>
      <Link
        href={addressOfResult(toAddress(entityRef), controlId)}
        weight="bold"
      >
        {t('search.finding', { asset: assetTitle, control: title })}
      </Link>
      <div className={styles.line}>
        <StatusBadge status={status} />
        <EntityTitleLink entityRef={entityRef} title={assetTitle} />
        <CriticalityBadge level={criticality} />
      </div>
      <IndexedAt instant={finding.indexedAt} />
    </>
  );
}
