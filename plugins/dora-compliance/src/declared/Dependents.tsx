import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { Flex, Text } from '@backstage/ui';
import {
  CriticalityBadge,
  doraComplianceApiRef,
  EntityTitleLink,
  usePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { GuideLink } from '../page/GuideLink';
import { PagedList } from '../sources/PagedList';
import { useTranslation } from '../translation/useTranslation';

/** The assets of the inventory that depend on a function or a provider. */
export function Dependents(props: {
  entity: Entity;
  /** The filter of the inventory that finds them. */
  as: 'function' | 'provider';
}) {
  const { as } = props;
  const { t } = useTranslation();
  const what = `${as}Assets` as const;
  const entityRef = stringifyEntityRef(props.entity);
  const api = useApi(doraComplianceApiRef);
  const assets = usePages(`${as} ${entityRef}`, cursor =>
    api.listInventory({ [as]: entityRef, sort: 'criticality', cursor }),
  );
  return (
    <Flex direction="column" gap="2">
      <Text as="h4" variant="body-large" weight="bold">
        {t(`list.${what}`)}
      </Text>
      <PagedList
        what={what}
        pages={assets}
        toKey={item => item.entityRef}
        empty={
          <Flex direction="column" gap="2">
            <Text>{t('declared.noAssets')}</Text>
            <GuideLink guide="record" />
          </Flex>
        }
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
