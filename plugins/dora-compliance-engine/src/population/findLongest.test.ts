import { findLongest } from './findLongest';

describe('findLongest', () => {
  it.each([
    [['P7D', 'P1M', 'P30D'], 'P1M'],
    [['P1Y', 'P400D', 'P1D'], 'P400D'],
    [[], undefined],
  ])('of %j is %s', (durations, longest) => {
    expect(findLongest(durations as never)).toBe(longest);
  });
});
