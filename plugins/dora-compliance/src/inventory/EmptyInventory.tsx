import { Button, Flex, Text } from '@backstage/ui';
import {
  firstPage,
  type InventoryAddress,
  isFiltered,
  type useInventoryAddress,
} from './useInventoryAddress';

/** Why there is nothing to see, and a way out. */
export function EmptyInventory(props: {
  address: InventoryAddress;
  change: ReturnType<typeof useInventoryAddress>['change'];
}) {
  const { address, change } = props;
  if (!isFiltered(address)) {
    return (
      <Flex direction="column" gap="2" py="4">
        <Text weight="bold">No ICT asset is in the inventory yet</Text>
        <Text>
          Components and resources of the catalog are ICT assets, and appear
          here minutes after they are registered. If the catalog has some,
          either the first sync is still running, or you may not read them.
        </Text>
      </Flex>
    );
  }
  return (
    <Flex direction="column" gap="2" py="4" align="start">
      <Text weight="bold">No ICT asset matches the filter</Text>
      <Text>Remove a filter, or show all assets.</Text>
      <Button
        variant="secondary"
        onPress={() => change({ filter: {}, search: '', ...firstPage })}
      >
        Show all assets
      </Button>
    </Flex>
  );
}
