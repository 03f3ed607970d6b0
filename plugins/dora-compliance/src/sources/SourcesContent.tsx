import { useApi } from '@backstage/core-plugin-api';
import { Alert, Container, Flex } from '@backstage/ui';
import {
  sourceReadPermission,
  type SourceView,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  doraComplianceApiRef,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Failure } from '../failure/Failure';
import { useMove } from '../focus/useMove';
import { Loading } from '../loading/Loading';
import surface from '../page/surface.module.css';
import { useMay } from '../permissions/useMay';
import { useTranslation } from '../translation/useTranslation';
import { NoSuchSource } from './NoSuchSource';
import { SourceDetail } from './SourceDetail';
import { SourceList } from './SourceList';
import { useSourcesAddress } from './useSourcesAddress';

/** The evidence sources, for their operators. */
export function SourcesContent() {
  const { t } = useTranslation();
  const { isPending, allowed, error } = useMay(sourceReadPermission);
  return (
    <Container className={surface.surface}>
      <Flex direction="column" gap="4" py="4">
        {isPending && <Loading blocks={[220, 220, 220]} />}
        {/* If the check failed, the backend decides. */}
        {(allowed || error) && <Sources />}
        {!isPending && !allowed && !error && (
          <Alert
            status="info"
            icon
            title={t('failure.noPermission')}
            description={t('source.noPermission', {
              permission: sourceReadPermission.name,
            })}
          />
        )}
      </Flex>
    </Container>
  );
}

function Sources() {
  const api = useApi(doraComplianceApiRef);
  const { source: sourceId } = useSourcesAddress();
  const { hasMoved, cameFrom } = useMove(sourceId);
  const { value, error, reload } = useLoaded(
    'sources',
    () => api.listSources(),
    ({ items }) => items.some(isBusy),
  );
  if (error) {
    return <Failure what="sources" error={error} onRetry={reload} />;
  }
  if (!value) {
    return <Loading blocks={[220, 220, 220]} />;
  }
  if (sourceId === undefined) {
    return <SourceList sources={value.items} cameFrom={cameFrom} />;
  }
  const source = value.items.find(({ id }) => id === sourceId);
  return source ? (
    <SourceDetail
      key={source.id}
      source={source}
      onChange={reload}
      hasFocus={hasMoved}
    />
  ) : (
    <NoSuchSource id={sourceId} />
  );
}

/** Whether its figures are changing. */
function isBusy({ documents }: SourceView): boolean {
  return (documents?.all.waiting ?? 0) > 0;
}
