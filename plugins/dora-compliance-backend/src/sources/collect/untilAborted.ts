/**
 * The items of a list until a signal says stop; then it throws the reason of
 * the signal, even when the list itself does not listen.
 */
export async function* untilAborted<T>(
  items: AsyncIterable<T>,
  signal: AbortSignal,
): AsyncIterable<T> {
  const iterator = items[Symbol.asyncIterator]();
  let stop = () => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  // It may end before anybody waits for it.
  stopped.catch(() => {});
  try {
    signal.throwIfAborted();
    for (;;) {
      const next = await Promise.race([iterator.next(), stopped]);
      if (next.done) {
        return;
      }
      yield next.value;
    }
  } finally {
    signal.removeEventListener('abort', stop);
    // One that hangs can't be closed; nobody waits for it.
    iterator.return?.()?.catch(() => {});
  }
}
