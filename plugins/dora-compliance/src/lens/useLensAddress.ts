import { useRouteOrNone } from '../page/useRouteOrNone';
import { controlsRouteRef } from '../controls/controlsRouteRef';

/** Below the page with the controls. No control has this id: they have numbers. */
export const LENS_PATH = 'lens';

/** The address of the page about the areas; none if the controls are switched off. */
export function useLensAddress(): string | undefined {
  const route = useRouteOrNone(controlsRouteRef);
  return route && `${route().replace(/\/$/, '')}/${LENS_PATH}`;
}
