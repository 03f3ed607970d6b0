import { LRUCache } from 'lru-cache';

/** A document can have megabytes: a limit of their number is not enough. */
const LIMITS = { max: 200, maxSize: 16 * 1024 * 1024, ttl: 5 * 60_000 };

/** An object without bytes, such as the view of a piece of evidence. */
const VIEW_SIZE = 4 * 1024;

type Read = () => Promise<object>;

const caches = new WeakMap<object, LRUCache<string, object, Read>>();

/**
 * Reads something that rarely changes, and caches the answer for a few
 * minutes. Failures are not cached.
 *
 * @param client - what answers; each client has its own cache
 * @param key - names the answer, with everything that it depends on
 */
export async function readCached<T extends object>(
  client: object,
  key: string,
  read: () => Promise<T>,
): Promise<T> {
  const cache = caches.get(client) ?? createCache();
  caches.set(client, cache);
  return (await cache.forceFetch(key, { context: read })) as T;
}

function createCache() {
  return new LRUCache<string, object, Read>({
    ...LIMITS,
    perf: { now: () => Date.now() },
    sizeCalculation: value =>
      value instanceof Uint8Array ? value.byteLength + 1 : VIEW_SIZE,
    fetchMethod: (_key, _stale, { context }) => context(),
  });
}
