import { useSignal } from '@backstage/plugin-signals-react';
import {
  changesChannel,
  type ChangesMessage,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useCallback, useEffect, useRef } from 'react';

/** A page loads again after this time at the earliest, in milliseconds. */
const WAIT = 3_000;

/** Open pages do not all load at the same moment. */
const SPREAD = 3_000;

/**
 * Loads something again when the backend says that scores changed. Changes that follow
 * each other are loaded together. A page that nobody looks at loads when it is seen
 * again. Without Backstage's signals, nothing happens.
 *
 * @public
 */
export function useLive<T extends { reload: () => void }>(loaded: T): T {
  const { lastSignal } = useSignal<ChangesMessage>(changesChannel);
  const latest = useRef(loaded.reload);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const isDue = useRef(false);
  latest.current = loaded.reload;

  const loadIfSeen = useCallback(() => {
    if (isDue.current && !document.hidden) {
      isDue.current = false;
      latest.current();
    }
  }, []);

  useEffect(() => {
    if (lastSignal) {
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        isDue.current = true;
        loadIfSeen();
      }, WAIT + Math.random() * SPREAD);
    }
  }, [lastSignal, loadIfSeen]);

  useEffect(() => {
    document.addEventListener('visibilitychange', loadIfSeen);
    return () => {
      document.removeEventListener('visibilitychange', loadIfSeen);
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [loadIfSeen]);
  return loaded;
}
