import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { at, deployed } from '../testing/story';
import {
  dayFromWhichYearReaches,
  earliest,
  END_OF_TIME,
  justAfter,
} from './calendarDays';
import { findEarliest } from './findEarliest';
import { listIds } from './listIds';

const [late, early] = [deployed(20, 'b'), deployed(10, 'a')];

it('ids of evidence are listed once, in their order', () => {
  expect(listIds([late, undefined, early, late])).toEqual([late.id, early.id]);
});

it('the earliest evidence is found among what may be missing', () => {
  expect(findEarliest([late, undefined, early])).toBe(at(10));
  expect(findEarliest([undefined])).toBeUndefined();
});

describe('the earliest of several instants', () => {
  const never = '+010000-01-01T00:00:00.000Z' as Instant;

  it('leaves out what is missing and what never comes', () => {
    expect(earliest(undefined, at(5), never, at(3), at(4))).toBe(at(3));
    expect(earliest(never)).toBeUndefined();
    expect(earliest()).toBeUndefined();
  });
});

it('the instant after the last one is the last one', () => {
  expect(justAfter(at(0))).toBe('2026-03-01T00:00:00.001Z');
  expect(justAfter(END_OF_TIME)).toBe(END_OF_TIME);
});

it.each([
  ['2026-03-01', '2025-03-01'],
  ['2024-02-28', '2023-02-28'],
  // A year after 28 February 2023 is the 28th.
  ['2024-02-29', '2023-03-01'],
  ['2025-02-28', '2024-02-28'],
])('%s is a year after %s', (day, from) => {
  expect(dayFromWhichYearReaches(day)).toBe(from);
});
