import type { Instant } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import fc from 'fast-check';
import { at } from '../../testing/samples';
import { type Interval, subtract, unite } from './Interval';

const LAST = 40;

/** Intervals within the first minutes of a test; some last. */
const anInterval: fc.Arbitrary<Interval> = fc
  .tuple(fc.nat(LAST), fc.option(fc.nat(LAST), { nil: undefined }))
  .map(([from, length]) => ({
    from: at(from),
    ...(length !== undefined && { to: at(from + length) }),
  }));

const some = fc.array(anInterval, { maxLength: 8 });
const minutes = Array.from({ length: 2 * LAST + 5 }, (_, n) => at(n));

const holds = (intervals: readonly Interval[], instant: Instant) =>
  intervals.some(
    ({ from, to }) => from <= instant && (to === undefined || instant < to),
  );

function expectInOrder(intervals: readonly Interval[]) {
  intervals.forEach(({ from, to }, place) => {
    const next = intervals[place + 1];
    expect(to === undefined || from < to).toBe(true);
    expect(!next || (to !== undefined && to < next.from)).toBe(true);
  });
}

it('uniting keeps every instant, in order and apart', () => {
  fc.assert(
    fc.property(some, intervals => {
      const united = unite(intervals);
      expectInOrder(united);
      for (const minute of minutes) {
        expect(holds(united, minute)).toBe(holds(intervals, minute));
      }
    }),
  );
});

it('subtracting leaves what is in the whole and in no other', () => {
  fc.assert(
    fc.property(anInterval, some, (whole, others) => {
      const left = subtract(whole, others);
      expectInOrder(left);
      for (const minute of minutes) {
        expect(holds(left, minute)).toBe(
          holds([whole], minute) && !holds(others, minute),
        );
      }
    }),
  );
});

it('the order of what is taken out does not matter', () => {
  fc.assert(
    fc.property(anInterval, some, (whole, others) => {
      expect(subtract(whole, [...others].reverse())).toEqual(
        subtract(whole, others),
      );
    }),
  );
});

it('a time that lasts is not covered by one that ended', () => {
  expect(subtract({ from: at(1) }, [{ from: at(0), to: at(9) }])).toEqual([
    { from: at(9) },
  ]);
});
