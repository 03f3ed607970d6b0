import { useRouteOrNone } from '../page/useRouteOrNone';
import { inventoryRouteRef } from '../routes';

/**
 * Finds the address of the inventory with a filter; none if the installer switched
 * that page off.
 */
export function useInventoryLink():
  | ((filter: Record<string, string>) => string)
  | undefined {
  const route = useRouteOrNone(inventoryRouteRef);
  return route && (filter => `${route()}?${new URLSearchParams(filter)}`);
}
