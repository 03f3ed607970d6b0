import { Flex, Link, Text } from '@backstage/ui';
import type {
  InventoryItemView,
  Score,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  CriticalityBadge,
  EntityTitleLink,
  type LoadedPages,
  useEntityAddress,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { ComplianceFact } from '../inventory/ComplianceFact';
import { PagedList } from '../sources/PagedList';
import { useTranslation } from '../translation/useTranslation';
import { useShare } from './useShare';
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
              <ComplianceFact item={item} />
              {item.score && <Shares score={item.score} />}
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

/** The two numbers of a pipeline. */
function Shares({ score }: { score: Score }) {
  const { t } = useTranslation();
  const describe = useShare();
  return (
    <Text variant="body-small">
      {t('functionPipelines.shares', {
        coverage: describe(score.coverage),
        compliance: describe(score.compliance),
      })}
    </Text>
  );
}

/** The address of the dependency graph of an asset. */
function addressOfGraph(assetAddress: string): string {
  return `${assetAddress}/ict-dependencies`;
}
