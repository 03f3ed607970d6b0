import { ControlStatus } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import fc from 'fast-check';
import { addTally, scoreTally, tallyPairs } from './Tally';

const pairs = fc.array(
  fc.record({
    status: fc.constantFrom(...ControlStatus.options),
    weight: fc.nat(8),
    count: fc.nat(20),
  }),
  { maxLength: 10 },
);

describe('the tallies of disjoint sets of pairs', () => {
  it('add up to that of all of them', () => {
    fc.assert(
      fc.property(pairs, pairs, (some, others) => {
        expect(addTally(tallyPairs(some), tallyPairs(others))).toEqual(
          tallyPairs([...some, ...others]),
        );
      }),
    );
  });

  it('can be taken away again', () => {
    fc.assert(
      fc.property(pairs, pairs, (some, others) => {
        const all = tallyPairs([...some, ...others]);
        expect(addTally(all, tallyPairs(others), -1)).toEqual(tallyPairs(some));
      }),
    );
  });
});

describe('the score of a tally', () => {
  const nothing = tallyPairs([]).statuses;

  it('has the number of pairs of each status', () => {
    const score = scoreTally(
      tallyPairs([
        { status: 'satisfied', weight: 4, count: 3 },
        { status: 'not-satisfied', weight: 8, count: 1 },
        { status: 'not-assessed', weight: 1, count: 1 },
      ]),
    );
    expect(score).toEqual({
      statuses: {
        ...nothing,
        satisfied: 3,
        'not-satisfied': 1,
        'not-assessed': 1,
      },
      coverage: 0.8,
      compliance: 0.6,
    });
  });

  it('has no number that nothing was assessed for', () => {
    expect(scoreTally(tallyPairs([]))).toStrictEqual({ statuses: nothing });
    const silent = tallyPairs([
      { status: 'not-assessed', weight: 8, count: 2 },
    ]);
    expect(scoreTally(silent)).toStrictEqual({
      statuses: { ...nothing, 'not-assessed': 2 },
      coverage: 0,
    });
  });
});
