import { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { formatDay, formatTime } from './formatTime';

const newYearsEve = Instant.parse('2025-12-31T23:30:00.000Z');

it('tells the time in UTC and says so', () => {
  expect(formatTime(newYearsEve)).toBe('31 Dec 2025, 23:30 UTC');
});

it('tells the day in UTC', () => {
  expect(formatDay(newYearsEve)).toBe('31 Dec 2025');
});
