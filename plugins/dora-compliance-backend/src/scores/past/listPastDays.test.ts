import { listPastDays } from './listPastDays';

it('has each of the last 30 days, every seventh before, and the first one', () => {
  const days = listPastDays('2026-05-01', 90);
  expect(days).toHaveLength(39);
  expect(days.slice(0, 4)).toEqual([
    '2026-01-31',
    '2026-02-04',
    '2026-02-11',
    '2026-02-18',
  ]);
  expect(days.slice(-31, -29)).toEqual(['2026-03-25', '2026-04-01']);
  expect(days.at(-1)).toBe('2026-04-30');
});

it('has fewer days if fewer are wanted', () => {
  expect(listPastDays('2026-03-02', 2)).toEqual(['2026-02-28', '2026-03-01']);
  expect(listPastDays('2026-03-02', 0)).toEqual([]);
});
