import {
  addDuration,
  type Evidence,
  type EvidenceGap,
  type Instant,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import fc from 'fast-check';
import { compileControl } from '../control/compileControl';
import { definition, overRecord } from '../testing/controls';
import {
  asset,
  at,
  deployed,
  recordObserved,
  recordReviewed,
} from '../testing/story';
import { evaluateControl } from './evaluateControl';

const asOf = at(10_000);
const DAY = 24 * 60;

function evaluate(
  control: ReturnType<typeof overRecord>,
  evidence: readonly Evidence[],
  when: Instant = asOf,
  gaps: readonly EvidenceGap[] = [],
) {
  const input = {
    asset,
    evidence,
    asOf: when,
    sourceHeard: true,
    gaps,
    people: [],
  };
  const { asOf: _, ...rest } = evaluateControl(control, input);
  return rest;
}

/** Days near today, a year ago and in a year, where answers change. */
const day = fc
  .tuple(fc.constantFrom(-365, 0, 365), fc.integer({ min: -40, max: 40 }))
  .map(([year, near]) => at((year + near) * DAY).slice(0, 10));
const maybeDay = fc.option(day, { nil: undefined });
const support = fc.record({
  regularEnd: maybeDay,
  extendedEnd: maybeDay,
  notApplicable: fc.option(fc.constant('our own work'), { nil: undefined }),
  until: maybeDay,
});
const known = fc
  .record({
    record: fc.record({
      lastReview: maybeDay,
      lastMajorChange: maybeDay,
      lowered: fc.option(
        day.map(on => ({ from: 'critical-or-important' as const, on })),
        { nil: undefined },
      ),
      legacyAssessment: maybeDay,
      support: fc.option(support, { nil: undefined }),
      noProvider: fc.option(
        fc.record({ reason: fc.constant('our own work'), until: maybeDay }),
        { nil: undefined },
      ),
    }),
    reviews: fc.array(day, { maxLength: 3 }),
    observed: fc.integer({ min: -20 * DAY, max: 9000 }),
  })
  .map(({ record, reviews, observed }) =>
    [
      recordObserved(record, observed),
      ...reviews.map(reviewed => recordReviewed(reviewed)),
    ].map(item => ({ ...item, recordedAt: at(-30 * DAY) } as Evidence)),
  );

describe('validUntil', () => {
  it.each(['classification', 'support', 'record', 'provider'] as const)(
    'until then time alone changes nothing about asset.%s',
    judgement => {
      const control = overRecord(judgement);
      fc.assert(
        fc.property(
          known,
          fc.double({ min: 0, max: 1, noNaN: true }),
          (all, share) => {
            const now = evaluate(control, all);
            const end = Date.parse(now.validUntil!) - 1;
            const start = Date.parse(asOf);
            const between = new Date(start + Math.floor((end - start) * share));
            for (const when of [between, new Date(end)]) {
              expect(evaluate(control, all, toInstant(when))).toEqual(now);
            }
          },
        ),
        { numRuns: 500 },
      );
    },
  );

  it('is when the review becomes overdue, which then is so', () => {
    const control = overRecord('classification');
    const all = [recordObserved({ lastReview: '2025-03-10' })];
    const now = evaluate(control, all);
    expect(now).toMatchObject({
      status: 'satisfied',
      validUntil: '2026-03-11T00:00:00.000Z',
    });
    expect(evaluate(control, all, now.validUntil).reason.code).toBe(
      'review-overdue',
    );
  });

  it('is when the population changes, should that come first', () => {
    const all = [recordObserved({ lastReview: '2026-02-01' })];
    expect(evaluate(overRecord('classification'), all).validUntil).toBe(
      addDuration(at(0), 'P30D'),
    );
  });

  it('is kept once, and not with each check', () => {
    const all = [recordObserved({ lastReview: '2025-03-10' })];
    const { rows } = evaluate(overRecord('classification'), all);
    const fields = rows.flatMap(row => row.checks.flatMap(Object.keys));
    expect([...new Set(fields)].sort()).toEqual([
      'cause',
      'check',
      'evidence',
      'passed',
    ]);
  });
});

describe('a result is valid until a time that', () => {
  const deployments = (within: string) =>
    compileControl({
      ...definition,
      population: { each: 'deployment', within },
    });
  const deployedOn = (instant: string) => ({
    ...deployed(0, instant),
    observedAt: instant as Instant,
    recordedAt: at(0),
  });

  it('is not after the last instant, whatever evidence claims', () => {
    const assessed = evaluateControl(deployments('P90D'), {
      asset,
      evidence: [deployedOn('9999-12-31T23:59:59.000Z')],
      asOf,
      sourceHeard: true,
      gaps: [],
      people: [],
    });
    expect(assessed.rows).toEqual([]);
    expect(assessed.validUntil).toBe('9999-12-31T23:59:59.000Z');
  });

  it('is to come, also at the end of a month', () => {
    const end = '2027-02-28T12:00:00.000Z' as Instant;
    const assessed = evaluateControl(deployments('P1M'), {
      asset,
      evidence: ['2027-01-31', '2027-02-20'].map(date =>
        deployedOn(`${date}T00:00:00.000Z`),
      ),
      asOf: end,
      sourceHeard: true,
      gaps: [],
      people: [],
    });
    expect(assessed.rows).toHaveLength(2);
    expect(assessed.validUntil! > end).toBe(true);
  });
});
