import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { findNotice } from './findNotice';

describe('the notice of what expires', () => {
  it.each([
    ['a reading of two days', '2026-03-08', '2026-03-09T12:00:00.000Z'],
    ['a scan of a week', '2026-03-03', '2026-03-08T06:00:00.000Z'],
    ['what counts for 56 days', '2026-01-13', '2026-02-24T00:00:00.000Z'],
    ['what counts for a year', '2025-03-10', '2026-02-24T00:00:00.000Z'],
    ['a date that a person set', undefined, '2026-02-24T00:00:00.000Z'],
  ])(
    'is in the last quarter and at most 14 days before: %s',
    (_, day, notice) => {
      const toInstant = (of: string) => `${of}T00:00:00.000Z` as Instant;
      expect(
        findNotice({
          at: toInstant('2026-03-10'),
          ...(day && { since: toInstant(day) }),
        }),
      ).toBe(notice);
    },
  );
});
