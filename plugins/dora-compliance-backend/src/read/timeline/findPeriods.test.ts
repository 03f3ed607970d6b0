import type {
  ControlStatus,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { reason } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import fc from 'fast-check';
import { findPeriods, type StatusFacts } from './findPeriods';

const at = (day: number, hour = 0) =>
  new Date(Date.UTC(2026, 0, day, hour)).toISOString() as Instant;
const nameDay = (day: number) => at(day).slice(0, 10);
const range = { from: at(1), to: at(31) };
const why = reason('source-silent');

const tell = (facts: Partial<StatusFacts>, asked = range) =>
  findPeriods({ recorded: [], past: [], ...facts }, asked).map(
    ({ status, from, to, isReconstructed }) => [
      status,
      from,
      to,
      ...(isReconstructed ? ['reconstructed'] : []),
    ],
  );

describe('findPeriods', () => {
  it('knows nothing if nothing was recorded or reconstructed', () => {
    expect(tell({})).toEqual([]);
  });

  it('begins with the range, and ends with it', () => {
    const recorded = [
      { at: at(-5), status: 'satisfied' as const },
      { at: at(10), status: 'not-satisfied' as const, reason: why },
      { at: at(12, 6), status: 'satisfied' as const },
    ];
    const facts = { recordedFrom: at(-5), recorded, past: [] };
    expect(tell(facts)).toEqual([
      ['satisfied', at(1), at(10)],
      ['not-satisfied', at(10), at(12, 6)],
      ['satisfied', at(12, 6), at(31)],
    ]);
    expect(findPeriods(facts, range)[1]!.reason).toBe(why);
  });

  it('has whole days before the record, which ends them', () => {
    expect(
      tell({
        recordedFrom: at(20, 8),
        recorded: [{ at: at(20, 8), status: 'satisfied' }],
        past: [
          [nameDay(-30), 'satisfied'],
          [nameDay(5), 'not-satisfied'],
          [nameDay(7), 'satisfied'],
        ],
      }),
    ).toEqual([
      ['satisfied', at(1), at(5), 'reconstructed'],
      ['not-satisfied', at(5), at(7), 'reconstructed'],
      ['satisfied', at(7), at(20, 8), 'reconstructed'],
      ['satisfied', at(20, 8), at(31)],
    ]);
  });

  it('is without gaps and overlaps, whatever is known', () => {
    const statuses: ControlStatus[] = ['satisfied', 'not-satisfied'];
    const days = fc.uniqueArray(fc.integer({ min: -20, max: 19 }));
    const hours = fc.uniqueArray(fc.integer({ min: 20 * 24, max: 30 * 24 }));
    fc.assert(
      fc.property(days, hours, (past, recorded) => {
        const times = [...recorded].sort((a, b) => a - b).map(h => at(1, h));
        const periods = findPeriods(
          {
            recordedFrom: times[0],
            recorded: times.map((time, place) => ({
              at: time,
              status: statuses[place % 2]!,
            })),
            past: [...past]
              .sort((a, b) => a - b)
              .map((day, place) => [nameDay(day), statuses[place % 2]!]),
          },
          range,
        );
        periods.forEach((period, place) => {
          expect(period.from < period.to).toBe(true);
          expect(period.to).toBe(periods[place + 1]?.from ?? range.to);
        });
      }),
    );
  });
});
