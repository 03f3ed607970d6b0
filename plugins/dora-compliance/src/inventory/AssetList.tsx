import { Flex, Text } from '@backstage/ui';
import {
  useInventory,
  useInventorySummary,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { ComponentProps } from 'react';
import { Failure } from '../failure/Failure';
import { useTranslation } from '../translation/useTranslation';
import { Completeness } from './Completeness';
import { EmptyInventory } from './EmptyInventory';
import { ExportButton } from './ExportButton';
import { Filters } from './Filters';
import { InventoryTable } from './InventoryTable';
import {
  filterParams,
  firstPage,
  type InventoryAddress,
  isFiltered,
  pageParams,
  type useInventoryAddress,
} from './useInventoryAddress';

/** ICT assets: how complete their records are, filters, and a page of them. */
export function AssetList(props: {
  address: InventoryAddress;
  change: ReturnType<typeof useInventoryAddress>['change'];
}) {
  const { address, change } = props;
  const { t } = useTranslation();
  const { filter, sort } = address;
  const page = useInventory(pageParams(address));
  const summary = useInventorySummary(filterParams(address));
  if (page.error) {
    const reload = () => {
      page.reload();
      summary.reload();
    };
    return (
      <Flex direction="column" pt="4">
        <Failure what="inventory" error={page.error} onRetry={reload} />
      </Flex>
    );
  }
  const total = summary.value?.total;
  if (total === 0 && page.value && !isFiltered(address)) {
    return <EmptyInventory address={address} change={change} />;
  }
  return (
    <Flex direction="column" gap="4" pt="3">
      <CompletenessOrFailure
        summary={summary}
        selected={filter.missing ?? []}
        onSelect={missing =>
          change({ filter: { ...filter, missing }, ...firstPage })
        }
      />
      <Filters address={address} change={change} summary={summary.value}>
        <Text as="h2" variant="title-x-small" weight="bold">
          <span role="status">
            {total === undefined
              ? t('inventory.assets')
              : t('inventory.assetCount', { count: total })}
          </span>
        </Text>
        <ExportButton
          query={{ ...filterParams(address), sort }}
          total={total}
        />
      </Filters>
      <InventoryTable
        page={page.value}
        total={total}
        isStale={page.isStale}
        address={address}
        change={change}
        emptyState={<EmptyInventory address={address} change={change} />}
      />
    </Flex>
  );
}

function CompletenessOrFailure(
  props: Omit<ComponentProps<typeof Completeness>, 'summary'> & {
    summary: ReturnType<typeof useInventorySummary>;
  },
) {
  const { summary, ...rest } = props;
  return summary.error ? (
    <Failure
      what="completeness"
      error={summary.error}
      onRetry={summary.reload}
    />
  ) : (
    <Completeness summary={summary.value} {...rest} />
  );
}
