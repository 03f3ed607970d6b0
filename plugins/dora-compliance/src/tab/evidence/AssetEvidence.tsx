import { Flex, Link, Text } from '@backstage/ui';
import { EvidenceList } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { RiArrowLeftLine } from '@remixicon/react';
import { useTranslation } from '../../translation/useTranslation';
import styles from '../tab.module.css';
import { useTabAddress } from '../useTabAddress';
import { EvidenceBrowser } from './EvidenceBrowser';
import { useEvidenceAddress } from './useEvidenceAddress';

/** The evidence about an asset: all of it, or the pieces that the address names. */
export function AssetEvidence({ entityRef }: { entityRef: string }) {
  const { t } = useTranslation();
  const { allControls, toEvidence } = useTabAddress();
  const { ids } = useEvidenceAddress();
  return (
    <Flex direction="column" gap="4">
      <Link href={allControls} className={styles.back}>
        <RiArrowLeftLine size={16} aria-hidden />
        {t('compliance.allControls')}
      </Link>
      <Text as="h2" variant="title-small" weight="bold">
        {t('assetEvidence.title')}
      </Text>
      {ids.length > 0 ? (
        <>
          <Text>
            {t('assetEvidence.some', { count: ids.length })}{' '}
            <Link href={toEvidence([])}>{t('assetEvidence.showAll')}</Link>
          </Text>
          <EvidenceList entityRef={entityRef} ids={ids} />
        </>
      ) : (
        <EvidenceBrowser entityRef={entityRef} />
      )}
    </Flex>
  );
}
