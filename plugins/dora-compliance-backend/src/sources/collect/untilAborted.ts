/**
 * Iterates over a list until a signal aborts; then it throws the reason of the
 * signal, even if the list itself ignores it.
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
  // The signal may abort before anything waits for this promise.
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
    // An iterator that hangs can't be closed; nothing waits for it.
    iterator.return?.()?.catch(() => {});
  }
}
