/**
 * Milliseconds that an answer asks to wait: `Retry-After` with seconds or a
 * date (RFC 9110, 10.2.3), or the end of a rate limit that is used up.
 *
 * @public
 */
export function retryAfterIn(
  { status, headers }: { status: number; headers: Headers },
  now = Date.now(),
): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  const wait = /^\d+$/.test(text)
    ? Number(text) * 1000
    : Date.parse(text) - now;
  if (!Number.isNaN(wait)) {
    return Math.max(0, wait);
  }
  const isLimit = status === 403 || status === 429;
  const isUsedUp = headers.get('x-ratelimit-remaining') === '0';
  const reset = Number(headers.get('x-ratelimit-reset') ?? NaN) * 1000;
  return isLimit && isUsedUp && reset > 0
    ? Math.max(0, reset - now)
    : undefined;
}
