import { useRef } from 'react';
import { type Loaded, useLoaded } from './useLoaded';

/**
 * Like `useLoaded`, but what was loaded for the former key stays, marked as
 * stale, until the answer for the new one is there: nothing jumps.
 *
 * @public
 */
export function useRefreshed<T>(
  key: string,
  load: () => Promise<T>,
): Loaded<T> & { isStale: boolean } {
  const { value, error, reload } = useLoaded(key, load);
  const former = useRef<T>();
  if (value !== undefined) {
    former.current = value;
  }
  return {
    value: error ? undefined : former.current,
    error,
    reload,
    isStale: value === undefined && former.current !== undefined && !error,
  };
}
