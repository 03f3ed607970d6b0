import { useApiHolder } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { useCallback, useSyncExternalStore } from 'react';

/**
 * The language of the app, such as `de`; answers of the backend depend on it. Empty
 * where the app has none.
 *
 * @public
 */
export function useLanguage(): string {
  const api = useApiHolder().get(appLanguageApiRef);
  const subscribe = useCallback(
    (onChange: () => void) => {
      const subscription = api?.language$().subscribe(onChange);
      return () => subscription?.unsubscribe();
    },
    [api],
  );
  return useSyncExternalStore(
    subscribe,
    () => api?.getLanguage().language ?? '',
  );
}
