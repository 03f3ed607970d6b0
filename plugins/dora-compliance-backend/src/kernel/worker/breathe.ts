import { setImmediate as nextTurn } from 'node:timers/promises';

/** Others wait no longer than about this for work that computes, in ms. */
const STRETCH = 5;

/**
 * A pause to be taken between pieces of work that compute: lets everything
 * else the process does go on, once some milliseconds have passed.
 */
export function createBreather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since > STRETCH) {
      await nextTurn();
      since = performance.now();
    }
  };
}
