import { Day } from './Day';

it.each(['0001-01-01', '2024-02-29', '9999-12-31'])('%s is a day', day => {
  expect(Day.parse(day)).toBe(day);
});

it.each(['0000-01-01', '2026-02-29', '2026-3-1', '10000-01-01', ''])(
  '%p is none',
  day => {
    expect(Day.safeParse(day).error?.issues[0]?.message).toBe(
      'must be a day such as 2026-03-31',
    );
  },
);
