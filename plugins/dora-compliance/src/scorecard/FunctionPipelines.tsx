import { Flex, Link, Text } from '@backstage/ui';
import type { InventoryItemView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  CriticalityBadge,
  EntityTitleLink,
  type LoadedPages,
  useEntityAddress,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { PagedList } from '../sources/PagedList';
import { useTranslation } from '../translation/useTranslation';
import styles from './scorecard.module.css';

/**
 * The pipelines that can change what a function depends on. A pipeline that is not in
 * the inventory can't be shown, which the text says.
 */
export function FunctionPipelines({
  pipelines,
}: {
  pipelines: LoadedPages<InventoryItemView>;
}) {
  const { t } = useTranslation();
  const toAddress = useEntityAddress();
  return (
    <section aria-label={t('list.functionPipelines')}>
      <Flex direction="column" gap="3">
        <Text as="h3" variant="title-x-small" weight="bold">
          {t('list.functionPipelines')}
        </Text>
        <Text color="secondary">{t('organization.pipelines')}</Text>
        <PagedList
          what="functionPipelines"
          pages={pipelines}
          toKey={item => item.entityRef}
          empty={<Text>{t('organization.noPipelines')}</Text>}
        >
          {item => (
            <span className={styles.changed}>
              <EntityTitleLink
                entityRef={item.entityRef}
                title={item.title}
                weight="bold"
              />
              <CriticalityBadge level={item.criticality} />
              {item.owner && <EntityTitleLink {...item.owner} />}
              {!item.owner && <Text>{t('organization.none.group')}</Text>}
              <Link href={addressOfGraph(toAddress(item.entityRef))}>
                {t('organization.deploys')}
              </Link>
            </span>
          )}
        </PagedList>
      </Flex>
    </section>
  );
}

/** The address of the dependency graph of an asset. */
function addressOfGraph(assetAddress: string): string {
  return `${assetAddress}/ict-dependencies`;
}
