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
import { GuideLink } from '../page/GuideLink';
import surface from '../page/surface.module.css';
import { useTranslation } from '../translation/useTranslation';
import { AssetGraph } from './AssetGraph';
import { AssetGraphList } from './AssetGraphList';

/** What uses the asset at hand, and what it uses. */
export function DependenciesTab() {
  const { t } = useTranslation();
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
            {t('dependencies.title')}
          </Text>
          <Text color="secondary">{t('dependencies.explanation')}</Text>
        </Flex>
        {error && (
          <Failure what="dependencies" error={error} onRetry={reload} />
        )}
        {!value && !error && <Loading blocks={[420]} />}
        {value?.cut && (
          <Alert
            status="info"
            icon
            title={t('dependencies.cut')}
            description={t('dependencies.cutExplanation')}
          />
        )}
        {value?.nodes.length === 1 && (
          <Flex direction="column" gap="2">
            <Text>{t('dependencies.none')}</Text>
            <GuideLink guide="record" />
          </Flex>
        )}
        {value && value.nodes.length > 1 && (
          <Dependencies graph={value} entityRef={entityRef} />
        )}
      </Flex>
    </Container>
  );
}

/** A graph if the screen is wide enough, else a list; the reader may switch. */
function Dependencies(props: { graph: AssetGraphView; entityRef: string }) {
  const { t } = useTranslation();
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
          {isGraph ? t('dependencies.showList') : t('dependencies.showGraph')}
        </Button>
      </Flex>
      {isGraph ? <AssetGraph {...props} /> : <AssetGraphList {...props} />}
    </Flex>
  );
}
