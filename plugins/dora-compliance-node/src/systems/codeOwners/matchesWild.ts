/**
 * Whether items match a pattern in which one item stands for any number of items.
 * Takes time proportional to the product of both lengths at most: a file in a
 * repository is written by anybody.
 */
export function matchesWild<T, P>(
  items: ArrayLike<T>,
  pattern: ArrayLike<P>,
  {
    isWild,
    matches,
  }: { isWild(one: P): boolean; matches(item: T, one: P): boolean },
): boolean {
  let at = 0;
  let next = 0;
  let retry: { at: number; next: number } | undefined;
  while (at < items.length) {
    const one = pattern[next];
    if (next < pattern.length && isWild(one as P)) {
      next += 1;
      retry = { at, next };
    } else if (next < pattern.length && matches(items[at] as T, one as P)) {
      at += 1;
      next += 1;
    } else if (retry) {
      retry = { ...retry, at: retry.at + 1 };
      ({ at, next } = retry);
    } else {
      return false;
    }
  }
  while (next < pattern.length && isWild(pattern[next] as P)) {
    next += 1;
  }
  return next === pattern.length;
}
