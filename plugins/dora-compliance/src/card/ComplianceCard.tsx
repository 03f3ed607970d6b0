import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import {
  doraComplianceApiRef,
  StatusBadge,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Failure } from '../failure/Failure';
import { Loading } from '../loading/Loading';
import surface from '../page/surface.module.css';
import { countWords, unknownLabel } from '../summary/countWords';
import { NamedControls } from '../summary/NamedControls';

/** How the entity at hand stands, in a few words. */
export function ComplianceCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const api = useApi(doraComplianceApiRef);
  const { value, error, reload } = useLoaded(
    entityRef,
    () => api.readCompliance(entityRef),
    view => view.pending,
  );
  return (
    <EntityInfoCard title="Compliance">
      {error && <Failure error={error} onRetry={reload} />}
      {!value && !error && <Loading blocks={[64]} />}
      {value && (
        <Flex direction="column" gap="2" className={surface.surface}>
          <Flex>
            <StatusBadge status={value.summary.status} />
          </Flex>
          <Text>{countWords(value.summary.statuses)}</Text>
          <NamedControls
            view={value}
            status="not-satisfied"
            label="Not satisfied"
            hrefOf={hrefOf}
          />
          <NamedControls
            view={value}
            status="not-assessed"
            label={unknownLabel}
            hrefOf={hrefOf}
          />
        </Flex>
      )}
    </EntityInfoCard>
  );
}

/** A control on the Compliance tab, as seen from the overview. */
function hrefOf(controlId: string): string {
  return `compliance?control=${encodeURIComponent(controlId)}`;
}
