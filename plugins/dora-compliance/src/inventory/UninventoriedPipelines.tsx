import { Alert, Flex, Text } from '@backstage/ui';
import type { UninventoriedPipelineView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  EntityTitleLink,
  type LoadedPages,
  RelativeTime,
  WebLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import { LoadMore } from '../loading/LoadMore';
import { useTranslation } from '../translation/useTranslation';
import styles from './pipelines.module.css';

/** Pipelines that ran but are not in the inventory, and what to do. */
export function UninventoriedPipelines(props: {
  pipelines: LoadedPages<UninventoriedPipelineView>;
}) {
  const { items, error, hasMore, isPending, loadMore, reload } =
    props.pipelines;
  const { t } = useTranslation();
  if (error) {
    return <Failure what="pipelines" error={error} onRetry={reload} />;
  }
  if (!items) {
    return <Loading blocks={[160]} />;
  }
  if (items.length === 0) {
    return (
      <Alert
        status="success"
        icon
        title={t('pipelines.none')}
        description={t('pipelines.noneExplanation')}
      />
    );
  }
  return (
    <Flex direction="column" gap="3">
      <Alert
        status="warning"
        icon
        title={t('pipelines.some')}
        description={t('pipelines.someExplanation')}
      />
      <ul className={styles.list}>
        {items.map(pipeline => (
          <Pipeline key={pipeline.urn} pipeline={pipeline} />
        ))}
      </ul>
      <LoadMore pages={{ hasMore, isPending, loadMore }} />
    </Flex>
  );
}

function Pipeline({ pipeline }: { pipeline: UninventoriedPipelineView }) {
  const { urn, name, repository, sourceId, firstSeen, lastSeen, assets } =
    pipeline;
  const { t } = useTranslation();
  return (
    <li className={styles.item}>
      <Text as="h2" variant="body-large" weight="bold">
        {name}
      </Text>
      <dl className={styles.facts}>
        <dt>{t('pipelines.repository')}</dt>
        <dd>
          <WebLink href={repository} />
        </dd>
        <dt>{t('pipelines.runs')}</dt>
        <dd>
          {t('pipelines.firstAndLast', {
            first: <RelativeTime instant={firstSeen} />,
            last: <RelativeTime instant={lastSeen} />,
            source: sourceId,
          })}
        </dd>
        <dt>{t('pipelines.builds')}</dt>
        <dd>
          {assets.length === 0
            ? t('pipelines.buildsNothing')
            : assets.map((asset, index) => (
                <span key={asset.entityRef}>
                  {index > 0 && ', '}
                  <EntityTitleLink {...asset} />
                </span>
              ))}
        </dd>
        <dt>{t('pipelines.identifier')}</dt>
        <dd>
          <code>{urn}</code>
        </dd>
      </dl>
    </li>
  );
}
