import { retryAfterIn } from './retryAfterIn';

const NOW = Date.parse('2026-03-01T00:00:00Z');

it.each([
  [429, { 'retry-after': '30' }, 30_000],
  [200, { 'retry-after': '30' }, 30_000],
  [503, { 'retry-after': 'Sun, 01 Mar 2026 00:01:00 GMT' }, 60_000],
  [503, { 'retry-after': 'Sat, 28 Feb 2026 00:00:00 GMT' }, 0],
  [503, { 'retry-after': 'soon' }, undefined],
  [
    403,
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1772323290' },
    90_000,
  ],
  [
    200,
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1772323290' },
    undefined,
  ],
  [
    403,
    { 'x-ratelimit-remaining': '9', 'x-ratelimit-reset': '1772323290' },
    undefined,
  ],
  [403, {}, undefined],
])('of %i with %j is %s', (status, headers, wait) => {
  const answer = { status, headers: new Headers(headers as {}) };
  expect(retryAfterIn(answer, NOW)).toBe(wait);
});
