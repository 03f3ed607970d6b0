import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Alert, Container, Flex, Skeleton, Text } from '@backstage/ui';
import {
  doraComplianceApiRef,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Failure } from '../failure/Failure';
import { AssetGraph } from './AssetGraph';

/** What the asset at hand is needed for, and what it needs. */
export function DependenciesTab() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const api = useApi(doraComplianceApiRef);
  const { value, error, reload } = useLoaded(entityRef, () =>
    api.readAssetGraph(entityRef),
  );
  return (
    <Container>
      <Flex direction="column" gap="4" py="4">
        <Flex direction="column" gap="1">
          <Text as="h2" variant="title-small" weight="bold">
            From business functions down to pipelines
          </Text>
          <Text color="secondary">
            What stands above uses what stands below, and what is used is at
            least as critical as what uses it.
          </Text>
        </Flex>
        {error && (
          <Failure of="The dependencies" error={error} onRetry={reload} />
        )}
        {!value && !error && (
          <Skeleton height={420} role="status" aria-label="Loading" />
        )}
        {value?.cut && (
          <Alert
            status="info"
            icon
            title="There is more than is shown"
            description="The graph was cut to stay readable. Open one of its parts to see what stands around that."
          />
        )}
        {value?.nodes.length === 1 && (
          <Text>
            Nothing is linked to it: no function, system or other asset uses it,
            and it uses none.
          </Text>
        )}
        {value && <AssetGraph graph={value} entityRef={entityRef} />}
      </Flex>
    </Container>
  );
}
