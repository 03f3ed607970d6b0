import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  Alert,
  Button,
  Container,
  Flex,
  Text,
  useBreakpoint,
} from '@backstage/ui';
import type { AssetGraphView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useState } from 'react';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import surface from '../page/surface.module.css';
import { AssetGraph } from './AssetGraph';
import { AssetGraphList } from './AssetGraphList';

/** What the asset at hand is needed for, and what it needs. */
export function DependenciesTab() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const api = useApi(doraComplianceApiRef);
  const { value, error, reload } = useLoaded(entityRef, () =>
    api.readAssetGraph(entityRef),
  );
  return (
    <Container className={surface.surface}>
      <Flex direction="column" gap="4" py="4">
        <Flex direction="column" gap="1">
          <Text as="h2" variant="title-small" weight="bold">
            From business functions down to pipelines
          </Text>
          <Text color="secondary">
            Arrows point to what is used. An asset is at least as critical as
            everything that uses it.
          </Text>
        </Flex>
        {error && (
          <Failure of="The dependencies" error={error} onRetry={reload} />
        )}
        {!value && !error && <Loading blocks={[420]} />}
        {value?.cut && (
          <Alert
            status="info"
            icon
            title="The graph is incomplete"
            description="Only the nearest dependencies are shown. Open one of them to see its own dependencies."
          />
        )}
        {value?.nodes.length === 1 && (
          <Text>
            Nothing is linked to this asset: no function, system, or other asset
            uses it, and it uses none.
          </Text>
        )}
        {value && <Dependencies graph={value} entityRef={entityRef} />}
      </Flex>
    </Container>
  );
}

/** A graph where there is room for one, else a list; the reader may switch. */
function Dependencies(props: { graph: AssetGraphView; entityRef: string }) {
  const { up } = useBreakpoint();
  const [chosen, setChosen] = useState<'graph' | 'list'>();
  const isGraph = (chosen ?? (up('md') ? 'graph' : 'list')) === 'graph';
  return (
    <Flex direction="column" gap="3">
      <Flex>
        <Button
          variant="secondary"
          size="small"
          onPress={() => setChosen(isGraph ? 'list' : 'graph')}
        >
          {isGraph ? 'Show as list' : 'Show as graph'}
        </Button>
      </Flex>
      {isGraph ? <AssetGraph {...props} /> : <AssetGraphList {...props} />}
    </Flex>
  );
}
