import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { findWeek } from './findWeek';

describe('the week of a summary', () => {
  it.each([
    ['2026-11-30T05:59:00.000Z', undefined],
    ['2026-11-30T06:00:00.000Z', '2026-11-30'],
    ['2026-12-01T23:59:00.000Z', '2026-11-30'],
    ['2026-12-02T00:00:00.000Z', undefined],
    ['2026-12-06T12:00:00.000Z', undefined],
    ['2026-03-02T07:00:00.000Z', '2026-03-02'],
  ])('at %s is %s', (now, week) => {
    expect(findWeek(now as Instant)).toBe(week);
  });
});
