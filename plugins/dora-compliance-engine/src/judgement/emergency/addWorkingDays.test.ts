import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { addWorkingDays } from './addWorkingDays';

describe('addWorkingDays', () => {
  it.each([
    ['a Tuesday', '2026-03-10', 2, '2026-03-12'],
    ['a Friday', '2026-03-27', 2, '2026-03-31'],
    ['a Saturday', '2026-03-28', 1, '2026-03-30'],
    ['a week', '2026-03-10', 5, '2026-03-17'],
    ['no days', '2026-03-28', 0, '2026-03-28'],
  ])('counts Monday to Friday from %s', (_, from, days, to) => {
    expect(addWorkingDays(`${from}T11:00:00.000Z` as Instant, days)).toBe(
      `${to}T11:00:00.000Z`,
    );
  });
});
