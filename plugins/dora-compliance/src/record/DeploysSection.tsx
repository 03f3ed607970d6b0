import { parseEntityRef } from '@backstage/catalog-model';
import { Flex, Text } from '@backstage/ui';
import type { AssetRecordView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { EntityTitleLink } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import styles from './record.module.css';

/** What the pipeline at hand can change, and whose that is. */
export function DeploysSection(props: {
  deploys: NonNullable<AssetRecordView['deploys']>;
}) {
  const { deploys } = props;
  return (
    <Flex direction="column" gap="2">
      <Text as="h4" variant="body-large" weight="bold">
        What this pipeline can deploy
      </Text>
      {deploys.length === 0 ? (
        <Text>
          No known asset. Add what it deploys to spec.dora.pipeline.deploys.
        </Text>
      ) : (
        <ul className={styles.deploys}>
          {deploys.map(({ entityRef, title, ownerRef }) => (
            <li key={entityRef}>
              <EntityTitleLink entityRef={entityRef} title={title} />{' '}
              <Text color="secondary">
                {ownerRef ? (
                  <>
                    owned by{' '}
                    <EntityTitleLink
                      entityRef={ownerRef}
                      title={parseEntityRef(ownerRef).name}
                    />
                  </>
                ) : (
                  'without an owner'
                )}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </Flex>
  );
}
