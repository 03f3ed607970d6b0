import { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { formatAgo } from './formatAgo';

const now = Date.parse('2026-03-02T12:00:00.000Z');

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
])('says %s as %s', (instant, words) => {
  expect(formatAgo(Instant.parse(instant), now)).toBe(words);
});
