import { useRouteRef } from '@backstage/core-plugin-api';
import { inventoryRouteRef } from '../routes';

/**
 * Finds the address of the inventory with a filter; none if the installer switched
 * that page off.
 */
export function useInventoryLink():
  | ((filter: Record<string, string>) => string)
  | undefined {
  const route = useRouteOrNone();
  return route && (filter => `${route()}?${new URLSearchParams(filter)}`);
}

function useRouteOrNone(): (() => string) | undefined {
  try {
    return useRouteRef(inventoryRouteRef);
  } catch {
    return undefined;
  }
}
