import { useApi } from '@backstage/core-plugin-api';
import type {
  InventoryPage,
  InventoryParams,
  InventorySummary,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '../api/doraComplianceApiRef';
import { useRefreshed } from '../loading/useRefreshed';

/**
 * A page of the inventory; the former one stays until it is there.
 *
 * @public
 */
export function useInventory(
  query: InventoryParams,
): ReturnType<typeof useRefreshed<InventoryPage>> {
  const api = useApi(doraComplianceApiRef);
  return useRefreshed(JSON.stringify(query), () => api.listInventory(query));
}

/**
 * How complete the records are that a filter finds, and what can be filtered
 * by; the former answer stays until the new one is there.
 *
 * @public
 */
export function useInventorySummary(
  filter: InventoryParams,
): ReturnType<typeof useRefreshed<InventorySummary>> {
  const api = useApi(doraComplianceApiRef);
  return useRefreshed(JSON.stringify(filter), () =>
    api.readInventorySummary(filter),
  );
}
