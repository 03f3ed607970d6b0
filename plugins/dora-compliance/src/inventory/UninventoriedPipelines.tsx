import { Alert, Button, Flex, Text } from '@backstage/ui';
import type { UninventoriedPipelineView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  EntityTitleLink,
  RelativeTime,
  WebLink,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import styles from './pipelines.module.css';
import type { usePipelines } from './usePipelines';

/** Pipelines that ran but are in no inventory, and what to do about them. */
export function UninventoriedPipelines(props: {
  pipelines: ReturnType<typeof usePipelines>;
}) {
  const { items, error, hasMore, isPending, loadMore } = props.pipelines;
  if (error) {
    return (
      <Failure
        of="The pipelines that are not in the inventory"
        error={error}
        onRetry={loadMore}
      />
    );
  }
  if (!items) {
    return <Loading blocks={[160]} />;
  }
  if (items.length === 0) {
    return (
      <Alert
        status="success"
        icon
        title="Every pipeline that ran is in the inventory"
        description="A pipeline is listed here when evidence of its runs was received but no catalog entity describes it."
      />
    );
  }
  return (
    <Flex direction="column" gap="3">
      <Alert
        status="warning"
        icon
        title="These pipelines ran but are not in the inventory"
        description="A pipeline that can change production is an ICT asset: it needs an owner and a record like any other. Have discovery cover its repository, or describe it in the catalog as a Resource of type ci-pipeline with its identifier under spec.dora.pipeline.urn. It leaves this list after the next sync of the inventory."
      />
      <ul className={styles.list}>
        {items.map(pipeline => (
          <Pipeline key={pipeline.urn} pipeline={pipeline} />
        ))}
      </ul>
      {hasMore && (
        <Flex>
          <Button variant="secondary" isPending={isPending} onPress={loadMore}>
            Show more
          </Button>
        </Flex>
      )}
    </Flex>
  );
}

function Pipeline({ pipeline }: { pipeline: UninventoriedPipelineView }) {
  const { urn, name, repository, sourceId, firstSeen, lastSeen, assets } =
    pipeline;
  return (
    <li className={styles.item}>
      <Text as="h2" variant="body-large" weight="bold">
        {name}
      </Text>
      <dl className={styles.facts}>
        <dt>Repository</dt>
        <dd>
          <WebLink href={repository} />
        </dd>
        <dt>Ran</dt>
        <dd>
          first <RelativeTime instant={firstSeen} />, last{' '}
          <RelativeTime instant={lastSeen} />, reported by {sourceId}
        </dd>
        <dt>Builds</dt>
        <dd>
          {assets.length === 0
            ? 'No asset of the inventory is built from its repository.'
            : assets.map((asset, index) => (
                <span key={asset.entityRef}>
                  {index > 0 && ', '}
                  <EntityTitleLink {...asset} />
                </span>
              ))}
        </dd>
        <dt>Identifier</dt>
        <dd>
          <code>{urn}</code>
        </dd>
      </dl>
    </li>
  );
}
