/** How many answers are kept; the oldest one is dropped for a new one. */
const MOST_KEPT = 100;

const answers = new WeakMap<object, Map<string, Promise<unknown>>>();

/**
 * Reads what never changes, and asks for it once: later calls with the same
 * client and key get the same answer. What could not be read is asked again.
 */
export function readOnce<T>(
  client: object,
  key: string,
  read: () => Promise<T>,
): Promise<T> {
  const kept = answers.get(client) ?? new Map<string, Promise<unknown>>();
  answers.set(client, kept);
  const known = kept.get(key);
  if (known) {
    return known as Promise<T>;
  }
  const answer = read();
  kept.set(key, answer);
  answer.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) {
    kept.delete(oldest);
  }
  return answer;
}
