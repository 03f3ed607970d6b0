import { setImmediate as nextTurn } from 'node:timers/promises';

/** Computation blocks the event loop for about this long, in milliseconds. */
const LONGEST_BLOCK = 5;

/**
 * Returns a function to await between pieces of computation. It yields to the
 * event loop when the computation has blocked it for some milliseconds.
 */
export function eventLoopYielder(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since > LONGEST_BLOCK) {
      await nextTurn();
      since = performance.now();
    }
  };
}
