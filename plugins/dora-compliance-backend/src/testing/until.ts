const TRIES = 200;
const PAUSE = 100;

/** Asks until an answer is as it should come to be; throws after 20 seconds. */
export async function until<T>(
  answer: () => Promise<T>,
  is: (value: T) => boolean,
): Promise<T> {
  for (let tries = 0; tries < TRIES; tries++) {
    const value = await answer();
    if (is(value)) {
      return value;
    }
    await new Promise(resolve => setTimeout(resolve, PAUSE));
  }
  throw new Error('It did not come about');
}
