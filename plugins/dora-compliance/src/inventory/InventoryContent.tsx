import { useApi } from '@backstage/core-plugin-api';
import { Container, Flex, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import {
  doraComplianceApiRef,
  type LoadedPages,
  useLoaded,
  usePages,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import surface from '../page/surface.module.css';
import { type Translate, useTranslation } from '../translation/useTranslation';
import { AssetList } from './AssetList';
import { DiscoveryBanners } from './DiscoveryBanners';
import { UninventoriedPipelines } from './UninventoriedPipelines';
import {
  type InventoryAddress,
  useInventoryAddress,
} from './useInventoryAddress';

/** The inventory of ICT assets, and the pipelines that are not in it. */
export function InventoryContent() {
  const { t } = useTranslation();
  const api = useApi(doraComplianceApiRef);
  const { address, change } = useInventoryAddress();
  const discoveries = useLoaded('discoveries', () => api.listDiscoveries());
  const pipelines = usePages('pipelines', cursor =>
    api.listUninventoriedPipelines({ cursor }),
  );
  return (
    <Container className={surface.surface}>
      <Flex direction="column" gap="4" py="4">
        <Flex direction="column" gap="2" px="2">
          <DiscoveryBanners discoveries={discoveries.value?.items ?? []} />
        </Flex>
        <Tabs
          selectedKey={address.tab}
          onSelectionChange={tab =>
            change({ tab: tab as InventoryAddress['tab'] })
          }
        >
          <TabList aria-label={t('inventory.parts')}>
            <Tab id="assets">{t('inventory.assets')}</Tab>
            <Tab id="pipelines">{titlePipelines(pipelines, t)}</Tab>
          </TabList>
          <TabPanel id="assets">
            <AssetList address={address} change={change} />
          </TabPanel>
          <TabPanel id="pipelines">
            <Flex direction="column" pt="4">
              <UninventoriedPipelines pipelines={pipelines} />
            </Flex>
          </TabPanel>
        </Tabs>
      </Flex>
    </Container>
  );
}

function titlePipelines(
  { items = [], hasMore }: Pick<LoadedPages<unknown>, 'items' | 'hasMore'>,
  t: Translate,
): string {
  const amount = items.length;
  if (amount === 0) {
    return t('pipelines.tab');
  }
  return hasMore
    ? t('pipelines.tabCountAtLeast', { amount })
    : t('pipelines.tabCount', { amount });
}
