import { useRef } from 'react';
import { type LoadState, useLoaded } from './useLoaded';

/**
 * Like `useLoaded`, but keeps the value of the previous key, marked as stale,
 * until the new value arrives, so that the page does not jump.
 *
 * @public
 */
export function useRefreshed<T>(
  key: string,
  load: () => Promise<T>,
): LoadState<T> & { isStale: boolean } {
  const { value, error, reload } = useLoaded(key, load);
  const previous = useRef<T>();
  if (value !== undefined) {
    previous.current = value;
  }
  return {
    value: error ? undefined : previous.current,
    error,
    reload,
    isStale: value === undefined && previous.current !== undefined && !error,
  };
}
