import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import {
  CriticalityBadge,
  doraComplianceApiRef,
  EntityTitleLink,
  usePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { PagedList } from '../sources/PagedList';

const titles = {
  function: 'Assets that support this function',
  provider: 'Assets that this provider provides',
};

/** The assets of the inventory that name a function or a provider. */
export function Dependents(props: {
  entity: Entity;
  /** What the entity is for them: the filter of the inventory. */
  as: 'function' | 'provider';
}) {
  const { as } = props;
  const entityRef = stringifyEntityRef(props.entity);
  const api = useApi(doraComplianceApiRef);
  const assets = usePages(`${as} ${entityRef}`, cursor =>
    api.listInventory({ [as]: entityRef, sort: 'criticality', cursor }),
  );
  return (
    <Flex direction="column" gap="2">
      <Text as="h4" variant="body-large" weight="bold">
        {titles[as]}
      </Text>
      <PagedList
        of={titles[as]}
        pages={assets}
        keyOf={item => item.entityRef}
        empty={<Text>No asset that you can see depends on it.</Text>}
      >
        {item => (
          <>
            <Flex direction="column" gap="1">
              <EntityTitleLink
                entityRef={item.entityRef}
                title={item.title}
                weight="bold"
              />
              <Text variant="body-small" color="secondary">
                {[item.kind, item.type].filter(Boolean).join(' · ')}
              </Text>
            </Flex>
            <CriticalityBadge level={item.criticality} />
          </>
        )}
      </PagedList>
    </Flex>
  );
}
