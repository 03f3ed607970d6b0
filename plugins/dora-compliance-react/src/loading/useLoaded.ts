import { useCallback, useEffect, useState } from 'react';

/**
 * Something that is being loaded, was loaded, or could not be.
 *
 * @public
 */
export type Loaded<T> = {
  value?: T;
  error?: Error;
  /** Loads again; what was loaded stays until the new answer is there. */
  reload: () => void;
};

/**
 * Loads something whenever `key` changes, and again every few seconds while
 * `again` says so.
 *
 * @public
 */
export function useLoaded<T>(
  key: string,
  load: () => Promise<T>,
  again: (value: T) => boolean = () => false,
): Loaded<T> {
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
    // The key stands for everything `load` depends on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, turn]);

  const isWaiting = state.value !== undefined && again(state.value);
  useEffect(() => {
    const timer = isWaiting ? setTimeout(reload, 3000) : undefined;
    return () => clearTimeout(timer);
    // Not once per turn: a slow answer is waited for.
  }, [isWaiting, state, reload]);

  return state.key === key
    ? { value: state.value, error: state.error, reload }
    : { reload };
}
