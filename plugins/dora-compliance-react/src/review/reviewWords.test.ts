import { reviewDueWords } from './reviewWords';

it('says by when it is to be reviewed', () => {
  expect(reviewDueWords({ state: 'due', dueOn: '2027-05-02' })).toBe(
    'due May 2, 2027',
  );
});

it('says since when it is overdue', () => {
  expect(reviewDueWords({ state: 'overdue', dueOn: '2026-02-11' })).toBe(
    'since Feb 11, 2026',
  );
});

it('says nothing of a day nobody knows', () => {
  expect(reviewDueWords({ state: 'never' })).toBeUndefined();
});
