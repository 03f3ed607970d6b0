import {
  Day,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { formatCalendarDay, formatTime } from './formatTime';

const newYearsEve = Instant.parse('2025-12-31T23:30:00.000Z');

it.each([
  ['UTC', 'Dec 31, 2025, 23:30 UTC'],
  ['Europe/Berlin', 'Jan 1, 2026, 00:30 GMT+1'],
  ['America/New_York', 'Dec 31, 2025, 18:30 EST'],
])('tells the time in %s and names the zone', (timeZone, expected) => {
  expect(formatTime(newYearsEve, timeZone)).toBe(expected);
});

it('tells the time in the zone of the reader', () => {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  expect(formatTime(newYearsEve)).toBe(formatTime(newYearsEve, timeZone));
});

it('keeps a calendar day, wherever the reader is', () => {
  expect(formatCalendarDay(Day.parse('2026-02-11'))).toBe('Feb 11, 2026');
});
