import { useRouteOrNone } from '../page/useRouteOrNone';
import { controlsRouteRef } from './controlsRouteRef';

/** The address of the page of a control; none if the installer switched it off. */
export function useControlAddress(): ((id: string) => string) | undefined {
  const route = useRouteOrNone(controlsRouteRef);
  return (
    route && (id => `${route().replace(/\/$/, '')}/${encodeURIComponent(id)}`)
  );
}
