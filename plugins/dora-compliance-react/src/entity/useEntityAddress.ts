import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { useCallback } from 'react';

/**
 * Finds the address of the page of an entity. Needs the catalog plugin.
 *
 * @public
 */
export function useEntityAddress(): (entityRef: string) => string {
  const entityRoute = useRouteRef(entityRouteRef);
  return useCallback(
    entityRef =>
      entityRoute(entityRouteParams(entityRef, { encodeParams: true })),
    [entityRoute],
  );
}
