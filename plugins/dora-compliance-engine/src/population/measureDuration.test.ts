import type { Duration } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { measureDuration } from './measureDuration';

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;

it('a month is as long as the shortest and the longest one, also when asked again', () => {
  // What was never asked for is not kept yet, even if tests run again in one process.
  const seconds = Number(process.hrtime.bigint() % 1_000_000_000n);
  const duration = `P1MT${seconds}S` as Duration;
  const expected = {
    least: 28 * DAY + seconds * SECOND,
    most: 31 * DAY + seconds * SECOND,
  };
  expect(measureDuration(duration)).toEqual(expected);
  expect(measureDuration(duration)).toEqual(expected);
});
