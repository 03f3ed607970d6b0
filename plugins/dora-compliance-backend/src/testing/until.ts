import { setTimeout } from 'node:timers/promises';

const PAUSE = 50;

/**
 * Asks until an answer is as it should come to be, however long that takes on
 * a busy machine; only the limit of the test itself ends it.
 */
export async function until<T>(
  answer: () => Promise<T>,
  is: (value: T) => boolean,
): Promise<T> {
  for (;;) {
    const value = await answer();
    if (is(value)) {
      return value;
    }
    await setTimeout(PAUSE);
  }
}
