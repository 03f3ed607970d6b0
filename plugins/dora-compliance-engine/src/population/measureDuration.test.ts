import type { Duration } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { measureDuration } from './measureDuration';

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;

it('a month is as long as the shortest and the longest one, also when asked again', () => {
  const duration = 'P1MT7S' as Duration;
  const expected = {
    least: 28 * DAY + 7 * SECOND,
    most: 31 * DAY + 7 * SECOND,
  };
  expect(measureDuration(duration)).toEqual(expected);
  expect(measureDuration(duration)).toEqual(expected);
});
