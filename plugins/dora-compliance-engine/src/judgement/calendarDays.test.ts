import {
  type Day,
  toInstant,
  reviewDueOn,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import fc from 'fast-check';
import { at } from '../testing/story';
import {
  toDay,
  earliest,
  endOfDay,
  hasBegun,
  isOver,
  startOfDay,
  yearAfter,
} from './calendarDays';

const anyDay = fc
  .date({
    min: new Date('1990-01-01'),
    max: new Date('2090-01-01'),
    noInvalidDate: true,
  })
  .map(date => toDay(toInstant(date)));

describe('days', () => {
  it('begin with their first instant and are over after their last', () => {
    const begin = startOfDay('2026-03-01');
    expect(begin).toBe(at(0));
    expect(hasBegun('2026-03-01', begin)).toBe(true);
    expect(hasBegun('2026-03-02', begin)).toBe(false);
    expect(endOfDay('2026-03-01')).toBe(at(24 * 60));
    expect(isOver('2026-03-01', at(24 * 60 - 1))).toBe(false);
    expect(isOver('2026-03-01', at(24 * 60))).toBe(true);
  });

  it.each([
    ['2025-03-31', '2026-03-31'],
    ['2024-02-29', '2025-02-28'],
    ['2023-02-28', '2024-02-28'],
  ])('%s is a year before %s', (day, later) => {
    expect(yearAfter(day)).toBe(later);
  });

  it('9999-12-31 never ends, though the year after has five digits', () => {
    expect(isOver('9999-12-31', at(0))).toBe(false);
    expect(endOfDay('9999-12-31') > at(0)).toBe(true);
    expect(yearAfter('9999-12-31')).toBe('9999-12-31');
  });

  it('the review of the control is due when the inventory says', () => {
    fc.assert(
      fc.property(anyDay, (day: Day) => {
        expect(yearAfter(day)).toBe(
          reviewDueOn({ reviews: [day], asOf: '9999-12-31' }),
        );
      }),
    );
  });

  it('the earliest is that of what is there', () => {
    expect(earliest(undefined, at(2), at(1), undefined)).toBe(at(1));
    expect(earliest(undefined)).toBeUndefined();
  });
});
