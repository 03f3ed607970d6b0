import { DateTime, Duration as LuxonDuration } from 'luxon';
import fc from 'fast-check';
import { addDuration, Duration, subtractDuration } from './Duration';
import { toInstant } from './Instant';

const instants = fc
  .date({
    min: new Date('1971-01-01T00:00:00.000Z'),
    max: new Date('2400-01-01T00:00:00.000Z'),
    noInvalidDate: true,
  })
  .map(toInstant);

const durations = fc
  .record({
    years: fc.nat(3),
    months: fc.nat(14),
    weeks: fc.nat(9),
    days: fc.nat(400),
    hours: fc.nat(50),
    minutes: fc.nat(90),
    seconds: fc.nat(90),
  })
  .map(parts => LuxonDuration.fromObject(parts).toISO())
  .filter(text => Duration.safeParse(text).success)
  .map(text => Duration.parse(text));

describe('instants and durations', () => {
  it('are added and subtracted by the calendar of UTC', () => {
    fc.assert(
      fc.property(instants, durations, (instant, duration) => {
        const at = DateTime.fromISO(instant, { zone: 'utc' });
        const length = LuxonDuration.fromISO(duration);
        expect(addDuration(instant, duration)).toBe(
          toInstant(at.plus(length).toJSDate()),
        );
        expect(subtractDuration(instant, duration)).toBe(
          toInstant(at.minus(length).toJSDate()),
        );
      }),
    );
  });

  it.each([
    ['2026-01-31T10:00:00.000Z', 'P1M', '2026-02-28T10:00:00.000Z'],
    ['2024-02-29T00:00:00.000Z', 'P1Y', '2025-02-28T00:00:00.000Z'],
    ['2026-03-29T00:30:00.000Z', 'P1D', '2026-03-30T00:30:00.000Z'],
    ['2026-01-01T00:00:00.000Z', 'PT15M', '2026-01-01T00:15:00.000Z'],
  ])('%s and %s make %s', (from, duration, to) => {
    expect(
      addDuration(toInstant(new Date(from)), Duration.parse(duration)),
    ).toBe(to);
  });
});
