import { organizationScorecard } from '../__testUtils__/organizationViews';
import { findBeginning, findPoint, toLine, toPoints } from './trendPoints';
import { findDays, readRange } from './trendRanges';

const { score } = organizationScorecard;
const days = ['2026-10-02', '2026-10-09'].map(day => ({
  day,
  assets: 1,
  score,
}));

it('holds the last score until the end', () => {
  expect(toPoints(days, '2026-11-01').map(({ day }) => day)).toEqual([
    '2026-10-02',
    '2026-10-09',
    '2026-11-01',
  ]);
  expect(toPoints(days, '2026-10-09')).toHaveLength(2);
  expect(toPoints([], '2026-10-09')).toEqual([]);
});

it('draws a share until the day on which there is none', () => {
  const [first, second] = toPoints(days, '2026-10-09');
  const line = toLine(
    [first!, { ...second!, coverage: undefined }],
    'coverage',
  );
  expect(line).toEqual([
    { at: first!.at, share: 0.5 },
    { at: second!.at, share: 0.5 },
    { at: second!.at, share: undefined },
  ]);
});

it('finds where history begins, if that is within the range', () => {
  expect(findBeginning(days, '2026-10-01')).toBe('2026-10-02');
  expect(findBeginning(days, '2026-10-02')).toBeUndefined();
  expect(findBeginning([], '2026-10-02')).toBeUndefined();
});

it.each([
  ['2026-10-01', 0],
  ['2026-10-02', 0],
  ['2026-10-08', 0],
  ['2026-10-09', 1],
  ['2026-12-01', 2],
])('finds the score that holds on %s', (day, index) => {
  expect(findPoint(toPoints(days, '2026-11-01'), new Date(day))).toBe(index);
});

it('reads a range, and its days', () => {
  expect([readRange('1y'), readRange('2y'), readRange(null)]).toEqual([
    '1y',
    '90d',
    '90d',
  ]);
  expect(findDays('30d', new Date('2026-11-30T08:00:00Z'))).toEqual({
    from: '2026-10-31',
    to: '2026-11-30',
  });
});
