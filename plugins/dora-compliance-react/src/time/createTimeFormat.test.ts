import {
  Day,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { englishTexts } from '../__testUtils__/textApis';
import { createTimeFormat } from './createTimeFormat';

const { formatAgo, formatTime, formatDay, formatDuration, formatMilliseconds } =
  createTimeFormat(englishTexts());

const now = Date.parse('2026-03-02T12:00:00.000Z');
const HOUR = 60 * 60_000;

it.each([
  ['2026-03-02T11:59:30.000Z', 'just now'],
  ['2026-03-02T12:00:30.000Z', 'just now'],
  ['2026-03-02T11:59:00.000Z', '1 minute ago'],
  ['2026-03-02T09:00:01.000Z', '2 hours ago'],
  ['2026-02-20T12:00:00.000Z', '10 days ago'],
  ['2026-03-02T12:05:00.000Z', 'in 5 minutes'],
  ['2026-01-10T12:00:00.000Z', '51 days ago'],
  ['2025-12-01T12:00:00.000Z', '3 months ago'],
  ['2025-01-01T12:00:00.000Z', '14 months ago'],
  ['2023-03-01T12:00:00.000Z', '3 years ago'],
])('formats the distance to %s as %s', (instant, words) => {
  expect(formatAgo(Instant.parse(instant), now)).toBe(words);
});

describe('formatTime', () => {
  const newYearsEve = Instant.parse('2025-12-31T23:30:00.000Z');
  const { DateTimeFormat } = Intl;
  afterEach(() => {
    Intl.DateTimeFormat = DateTimeFormat;
  });

  it.each([
    ['UTC', 'Dec 31, 2025, 23:30 UTC'],
    ['Europe/Berlin', 'Jan 1, 2026, 00:30 GMT+1'],
    ['America/New_York', 'Dec 31, 2025, 18:30 EST'],
  ])('tells the time in %s and names the zone', (timeZone, expected) => {
    // A reader in this zone.
    Intl.DateTimeFormat = function inZone(
      locale?: string,
      options?: Intl.DateTimeFormatOptions,
    ) {
      return new DateTimeFormat(locale, { timeZone, ...options });
    } as typeof DateTimeFormat;
    expect(createTimeFormat(englishTexts()).formatTime(newYearsEve)).toBe(
      expected,
    );
  });

  it('tells the time in the zone of the reader', () => {
    const { timeZone } = new DateTimeFormat().resolvedOptions();
    const parts = new DateTimeFormat('en-US', {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone,
      timeZoneName: 'short',
    }).format(new Date(newYearsEve));
    expect(formatTime(newYearsEve)).toContain(parts);
  });
});

it('keeps a calendar day, wherever the reader is', () => {
  expect(formatDay(Day.parse('2026-02-11'))).toBe('Feb 11, 2026');
});

it.each([
  ['PT2H', '2 hr'],
  ['P1DT2H30M', '1 day 2 hr 30 min'],
  ['PT0S', '0 sec'],
  ['P2W', '2 wks'],
  ['PT1.5H', '1.5 hr'],
])('formats the duration %s as %s', (duration, words) => {
  expect(formatDuration(duration)).toBe(words);
});

it('tells months from minutes', () => {
  expect(formatDuration('P3MT4M')).toBe('3 mths 4 min');
});

it('does not change what is no duration', () => {
  expect(formatDuration('two hours')).toBe('two hours');
});

it.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [1000, '1 sec'],
  [61_500, '1 min 1 sec'],
  [HOUR, '1 hr'],
  [HOUR + 59_000, '1 hr'],
  [26 * HOUR + 59 * 60_000, '1 day 2 hr'],
  [400 * 24 * HOUR, '400 days'],
  [-90_000, '-1 min 30 sec'],
])('formats %d ms as %s', (milliseconds, words) => {
  expect(formatMilliseconds(milliseconds)).toBe(words);
});
