import { formatMilliseconds } from './formatMilliseconds';

const HOUR = 60 * 60_000;

it.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [1000, '1 s'],
  [61_500, '1 min 1 s'],
  [HOUR, '1 h'],
  [HOUR + 59_000, '1 h'],
  [26 * HOUR + 59 * 60_000, '1 d 2 h'],
  [400 * 24 * HOUR, '400 d'],
  [-90_000, '-1 min 30 s'],
])('says %d ms as %s', (milliseconds, words) => {
  expect(formatMilliseconds(milliseconds)).toBe(words);
});
