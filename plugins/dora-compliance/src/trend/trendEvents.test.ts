import type {
  GapAnnotation,
  RiskAnnotation,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { clusterEvents, toEvents, toRows } from './trendEvents';

const risk = (day: string): RiskAnnotation => ({
  kind: 'risk',
  day,
  accepted: 1,
  ended: 0,
});
const gap = (day: string, closed?: string): GapAnnotation => ({
  kind: 'gap',
  day,
  until: day,
  ...(closed && { closed }),
  source: { id: 'github' },
  cause: 'receiver-down',
});

it('has what happened, earliest first, from the first day on', () => {
  const events = toEvents(
    [risk('2026-10-09'), gap('2026-09-01'), risk('2026-10-05')],
    '2026-10-02',
  );
  expect(events.map(({ day, annotation }) => [day, annotation.kind])).toEqual([
    ['2026-10-02', 'gap'],
    ['2026-10-05', 'risk'],
    ['2026-10-09', 'risk'],
  ]);
});

it.each([
  ['later', '2026-10-07', ['2026-10-05', '2026-10-07']],
  ['on the same day', '2026-10-05', ['2026-10-05']],
  ['never', undefined, ['2026-10-05']],
])(
  'has two events of a gap only if it was closed later: %s',
  (_, closed, days) => {
    const events = toEvents([gap('2026-10-05', closed)], '2026-10-02');
    expect(events.map(({ day }) => day)).toEqual(days);
    expect(events.map(({ isClosing }) => isClosing)).toEqual(
      days.map((_day, place) => place > 0),
    );
    expect(new Set(events.map(({ id }) => id)).size).toBe(days.length);
  },
);

it('puts together what is too close for markers of its own', () => {
  const events = toEvents(
    ['2026-10-02', '2026-10-04', '2026-10-05', '2026-10-06'].map(risk),
    '2026-10-01',
  );
  const clusters = clusterEvents(events, day => Number(day.slice(-2)) * 10, 30);
  expect(clusters.map(one => [one.at, one.events.length])).toEqual([
    [20, 2],
    [50, 2],
  ]);
});

it('has a row for each day on which the score changed or something happened', () => {
  const scores = ['2026-10-02', '2026-10-09'].map((day, n) => ({ day, n }));
  const events = toEvents(
    [risk('2026-10-05'), risk('2026-10-09')],
    '2026-10-02',
  );
  expect(
    toRows(scores, events).map(({ day, score, events: found }) => [
      day,
      score.n,
      found.length,
    ]),
  ).toEqual([
    ['2026-10-02', 0, 0],
    ['2026-10-05', 0, 1],
    ['2026-10-09', 1, 1],
  ]);
});
