import {
  ControlStatus,
  Severity,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import fc from 'fast-check';
import { computeScore } from './computeScore';
import type { ScoredPairs } from './severityWeights';

const pairs = fc.array(
  fc.record({
    status: fc.constantFrom(...ControlStatus.options),
    severity: fc.constantFrom(...Severity.options),
    count: fc.nat(20),
  }),
  { maxLength: 30 },
);

const pair = (
  status: ControlStatus,
  severity: Severity,
  count = 1,
): ScoredPairs => ({ status, severity, count });

describe('computeScore', () => {
  it.each<[string, ScoredPairs[], number | undefined, number | undefined]>([
    ['nothing', [], undefined, undefined],
    [
      'what does not apply',
      [pair('not-applicable', 'critical', 9)],
      undefined,
      undefined,
    ],
    ['what was not assessed', [pair('not-assessed', 'low', 3)], 0, undefined],
    [
      'a critical finding among ten low successes',
      [pair('satisfied', 'low', 10), pair('not-satisfied', 'critical')],
      1,
      10 / 18,
    ],
    [
      'an accepted risk, which is not satisfied',
      [pair('satisfied', 'high'), pair('risk-accepted', 'high')],
      1,
      0.5,
    ],
    [
      'gaps, which lower coverage and not compliance',
      [pair('satisfied', 'medium', 3), pair('not-assessed', 'critical')],
      0.75,
      1,
    ],
  ])('of %s', (_, given, coverage, compliance) => {
    const score = computeScore(given);
    expect([score.coverage, score.compliance]).toEqual([coverage, compliance]);
  });

  it('does not depend on order and grouping', () => {
    fc.assert(
      fc.property(pairs, given => {
        const apart = given
          .flatMap(one =>
            Array.from({ length: one.count }, () => ({ ...one, count: 1 })),
          )
          .reverse();
        expect(computeScore(apart)).toEqual(computeScore(given));
      }),
    );
  });

  it('is never better with one more finding, and never better without an answer', () => {
    fc.assert(
      fc.property(
        pairs,
        fc.constantFrom(...Severity.options),
        (given, severity) => {
          const before = computeScore(given);
          const found = computeScore([
            ...given,
            pair('not-satisfied', severity),
          ]);
          expect(found.compliance).toBeLessThanOrEqual(before.compliance ?? 1);
          const silent = computeScore([
            ...given,
            pair('not-assessed', severity),
          ]);
          expect(silent.compliance).toBe(before.compliance);
          expect(silent.coverage).toBeLessThanOrEqual(before.coverage ?? 1);
        },
      ),
    );
  });
});
