import { useCallback, useEffect, useState } from 'react';
import { useLanguage } from '../translation/useLanguage';

/**
 * Something that is being loaded, was loaded, or failed to load.
 *
 * @public
 */
export type LoadState<T> = {
  value?: T;
  error?: Error;
  /** Loads again. The value stays until the new one arrives. */
  reload: () => void;
};

/**
 * Loads something whenever `what` or the language of the app changes, and again every few seconds while
 * `again` is true for it.
 *
 * @public
 */
export function useLoaded<T>(
  what: string,
  load: () => Promise<T>,
  again: (value: T) => boolean = () => false,
): LoadState<T> {
  const key = `${useLanguage()} ${what}`;
  const [state, setState] = useState<{ key: string; value?: T; error?: Error }>(
    { key },
  );
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn(count => count + 1), []);

  useEffect(() => {
    let current = true;
    load().then(
      value => current && setState({ key, value }),
      error => current && setState({ key, error }),
    );
    return () => {
      current = false;
    };
    // The key contains everything that `load` depends on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, turn]);

  const isWaiting = state.value !== undefined && again(state.value);
  useEffect(() => {
    const timer = isWaiting ? setTimeout(reload, 3000) : undefined;
    return () => clearTimeout(timer);
    // The next request waits for the answer to this one.
  }, [isWaiting, state, reload]);

  return state.key === key
    ? { value: state.value, error: state.error, reload }
    : { reload };
}
