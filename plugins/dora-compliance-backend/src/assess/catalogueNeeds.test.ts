import {
  type Duration,
  subtractDuration,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { compileControl } from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import fc from 'fast-check';
import { control } from '../testing/samples';
import { longestWindow, measureHistory } from './catalogueNeeds';

const within = (duration: Duration) =>
  new Map([
    [
      control.id,
      compileControl({
        ...control,
        population: { each: 'change', within: duration },
        assess: [
          { id: 'it', text: 'It.', assert: 'member.targetBranch == "main"' },
        ],
      }),
    ],
  ]);

const durations = fc
  .record({
    years: fc.integer({ min: 0, max: 8 }),
    months: fc.integer({ min: 0, max: 30 }),
    days: fc.integer({ min: 1, max: 40 }),
  })
  .map(({ years, months, days }) => `P${years}Y${months}M${days}D` as Duration);

it('reads as far back as the calendar goes, whatever the month', () => {
  fc.assert(
    fc.property(
      durations,
      fc.date({
        min: new Date('2024-01-01'),
        max: new Date('2040-12-31'),
        noInvalidDate: true,
      }),
      (duration, date) => {
        const asOf = toInstant(date);
        const controls = within(duration);
        const needed =
          Date.parse(asOf) - Date.parse(subtractDuration(asOf, duration));
        expect(longestWindow(controls)).toBeGreaterThanOrEqual(needed);
        const reach = measureHistory(controls).get('change-merged');
        expect(reach ?? Infinity).toBeGreaterThanOrEqual(needed);
      },
    ),
  );
});
