import { useApi } from '@backstage/core-plugin-api';
import type {
  InventoryPage,
  InventoryParams,
  InventorySummary,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { doraComplianceApiRef } from '../api/doraComplianceApiRef';
import { useLive } from '../live/useLive';
import { useRefreshed } from '../loading/useRefreshed';

/**
 * A page of the inventory. The previous one stays until it arrives.
 *
 * @public
 */
export function useInventory(
  query: InventoryParams,
): ReturnType<typeof useRefreshed<InventoryPage>> {
  const api = useApi(doraComplianceApiRef);
  return useLive(
    useRefreshed(JSON.stringify(query), () => api.listInventory(query)),
  );
}

/**
 * The completeness of the records that a filter finds, and the values to filter
 * by. The previous answer stays until the new one arrives.
 *
 * @public
 */
export function useInventorySummary(
  filter: InventoryParams,
): ReturnType<typeof useRefreshed<InventorySummary>> {
  const api = useApi(doraComplianceApiRef);
  return useLive(
    useRefreshed(JSON.stringify(filter), () =>
      api.readInventorySummary(filter),
    ),
  );
}
