import { parseEntityRef } from '@backstage/catalog-model';
import { Flex, Text } from '@backstage/ui';
import type { AssetRecordView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EntityTitleLink } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useTranslation } from '../translation/useTranslation';
import styles from './record.module.css';

/** The assets that a pipeline can deploy, and their owners. */
export function DeploysSection(props: {
  deploys: NonNullable<AssetRecordView['deploys']>;
}) {
  const { deploys } = props;
  const { t } = useTranslation();
  return (
    <Flex direction="column" gap="2">
      <Text as="h4" variant="body-large" weight="bold">
        {t('record.deploys')}
      </Text>
      {deploys.length === 0 ? (
        <Text>{t('record.deploysNothing')}</Text>
      ) : (
        <ul className={styles.deploys}>
          {deploys.map(({ entityRef, title, ownerRef }) => (
            <li key={entityRef}>
              <EntityTitleLink entityRef={entityRef} title={title} />{' '}
              <Text color="secondary">
                {ownerRef
                  ? t('record.ownedBy', {
                      owner: (
                        <EntityTitleLink
                          entityRef={ownerRef}
                          title={parseEntityRef(ownerRef).name}
                        />
                      ),
                    })
                  : t('record.unowned')}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Flex>
  );
}
