import { useApi } from '@backstage/core-plugin-api';
import { Container, Flex, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import {
  doraComplianceApiRef,
  useLoaded,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import surface from '../page/surface.module.css';
import { AssetList } from './AssetList';
import { DiscoveryBanners } from './DiscoveryBanners';
import { UninventoriedPipelines } from './UninventoriedPipelines';
import {
  type InventoryAddress,
  useInventoryAddress,
} from './useInventoryAddress';
import { usePipelines } from './usePipelines';

/** The inventory of ICT assets, for those who look after the whole of it. */
export function InventoryContent() {
  const api = useApi(doraComplianceApiRef);
  const { address, change } = useInventoryAddress();
  const discoveries = useLoaded('discoveries', () => api.listDiscoveries());
  const pipelines = usePipelines();
  const found = pipelines.items?.length ?? 0;
  const count = found > 0 ? ` (${found}${pipelines.hasMore ? '+' : ''})` : '';
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
          <TabList aria-label="Parts of the inventory">
            <Tab id="assets">ICT assets</Tab>
            <Tab id="pipelines">Not in the inventory{count}</Tab>
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
