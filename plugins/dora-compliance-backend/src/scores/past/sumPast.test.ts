import { tallyPairs } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import {
  changeTotals,
  dropRepeats,
  listSteps,
  type PastScore,
} from './sumPast';

const satisfy = (count: number) =>
  tallyPairs([{ status: 'satisfied', weight: 2, count }]);

const score = (day: string, count: number, ...scopes: string[]): PastScore => ({
  entityRef: 'component:default/a',
  day,
  ownerRef: 'group:default/x',
  scopes,
  tally: satisfy(count),
});

it('leaves out days on which the changes of several assets cancel each other', () => {
  const total = (day: string, count: number) => ({
    day,
    assets: 2,
    tally: satisfy(count),
  });
  const step = (day: string, count: number) => ({
    ...total(day, count),
    assets: 0,
  });
  const totals = [total('2026-01-01', 5), total('2026-01-03', 4)];
  expect(
    changeTotals(totals, [step('2026-01-02', -1), step('2026-01-03', 1)]),
  ).toEqual([total('2026-01-01', 5), total('2026-01-02', 4)]);
});

it('moves an asset from one total to another on the day its scopes change', () => {
  const scores = [score('2026-01-01', 1, 'p'), score('2026-01-02', 3, 'q')];
  expect(
    listSteps(scores, 1).map(({ scope, step }) => [
      scope,
      step.day,
      step.assets,
      step.tally.satisfiedWeight,
    ]),
  ).toEqual([
    ['p', '2026-01-01', 1, 2],
    ['p', '2026-01-02', -1, -2],
    ['q', '2026-01-02', 1, 6],
  ]);
  const away = [...listSteps(scores, 1), ...listSteps(scores, -1)];
  expect(
    changeTotals(
      [],
      away.map(({ step }) => step),
    ),
  ).toEqual([]);
});

it('stores changes only', () => {
  const scores = [
    score('2026-01-01', 1, 'p'),
    score('2026-01-02', 1, 'p'),
    score('2026-01-03', 1, 'q'),
    score('2026-01-04', 2, 'q'),
  ];
  expect(dropRepeats(scores).map(({ day }) => day)).toEqual([
    '2026-01-01',
    '2026-01-03',
    '2026-01-04',
  ]);
});
