import { compareShares, cutPercent } from './compareShares';

it.each([
  [0.29, 29],
  [0.57, 57],
  [0.999, 99],
  [1, 100],
  [0, 0],
])('cuts %s to %s percent', (share, percent) => {
  expect(cutPercent(share)).toBe(percent);
});

it.each<[number | undefined, number | undefined, string, number]>([
  [0.5, 0.48, 'higher', 2],
  [0.48, 0.5, 'lower', 2],
  [0.504, 0.5, 'higher', 0],
  [0.5, 0.504, 'lower', 0],
  [0.5, 0.5, 'same', 0],
  [0.5, undefined, 'began', 0],
  [undefined, 0.5, 'ended', 0],
  [undefined, undefined, 'none', 0],
])('compares %s with %s', (now, earlier, direction, points) => {
  expect(compareShares(now, earlier)).toEqual({ direction, points });
});
