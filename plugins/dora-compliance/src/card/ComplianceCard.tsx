import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Flex, Link, Skeleton, Text } from '@backstage/ui';
import {
  doraComplianceApiRef,
  StatusBadge,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { Failure } from '../failure/Failure';

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
  const worst = value?.areas
    .flatMap(({ controls }) => controls)
    .filter(({ status }) => status === value.summary.status);
  return (
    <EntityInfoCard title="Compliance">
      {error && <Failure error={error} onRetry={reload} />}
      {!value && !error && <Skeleton height={64} />}
      {value && (
        <Flex direction="column" gap="2">
          <Flex>
            <StatusBadge status={value.summary.status} />
          </Flex>
          <Text>
            {value.summary.assessed} of {value.summary.applicable} applicable
            controls could be assessed; {value.summary.satisfied} of{' '}
            {value.summary.assessed} assessed are satisfied.
          </Text>
          {!['satisfied', 'not-applicable'].includes(value.summary.status) &&
            worst?.map(({ control }) => (
              <Link
                key={control.id}
                href={`compliance?control=${encodeURIComponent(control.id)}`}
              >
                {control.code} {control.title}
              </Link>
            ))}
        </Flex>
      )}
    </EntityInfoCard>
  );
}
