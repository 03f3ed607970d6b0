import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import {
  doraComplianceApiRef,
  StatusBadge,
  useLive,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import surface from '../page/surface.module.css';
import { describeCounts } from '../summary/describeCounts';
import { NamedControls } from '../summary/NamedControls';
import { useTranslation } from '../translation/useTranslation';

/** A summary of the compliance of the entity at hand. */
export function ComplianceCard() {
  const { t } = useTranslation();
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const api = useApi(doraComplianceApiRef);
  const { value, error, reload } = useLive(
    useLoaded(
      entityRef,
      () => api.readCompliance(entityRef),
      view => view.pending,
    ),
  );
  return (
    <EntityInfoCard title={t('compliance.title')}>
      {error && <Failure what="compliance" error={error} onRetry={reload} />}
      {!value && !error && <Loading blocks={[64]} />}
      {value && (
        <Flex direction="column" gap="2" className={surface.surface}>
          <Flex>
            <StatusBadge status={value.summary.status} />
          </Flex>
          <Text>{describeCounts(value.summary.statuses, t)}</Text>
          <NamedControls
            view={value}
            status="not-satisfied"
            toHref={addressInTab}
          />
          <NamedControls
            view={value}
            status="not-assessed"
            toHref={addressInTab}
          />
        </Flex>
      )}
    </EntityInfoCard>
  );
}

/** The address of a control on the Compliance tab, seen from the overview. */
function addressInTab(controlId: string): string {
  return `compliance?control=${encodeURIComponent(controlId)}`;
}
