import { type RouteRef, useRouteRef } from '@backstage/core-plugin-api';

/** The address of a page of ours; none if the installer switched that page off. */
export function useRouteOrNone(routeRef: RouteRef): (() => string) | undefined {
  try {
    return useRouteRef(routeRef);
  } catch {
    return undefined;
  }
}
