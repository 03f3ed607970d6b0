import type {
  Evidence,
  Instant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import fc from 'fast-check';
import { overRecord, ownership } from '../testing/controls';
import { isGood, judgeStory } from './__testUtils__/judgeStory';
import { doubleFact } from './__testUtils__/mutations';
import {
  asset,
  at,
  evidence,
  recordObserved,
  recordReviewed,
} from '../testing/story';

const DAY = 24 * 60;
const asOf = at(400 * DAY);
const now = 395 * DAY;

const controls = [
  ...(['classification', 'provider', 'record', 'support'] as const).map(
    name => ({ name, control: overRecord(name) }),
  ),
  { name: 'ownership', control: ownership },
];

const owned = (memberCount: number) =>
  evidence('ownership-observed', at(now), {
    entityRef: asset.entityRef,
    ownerRef: 'group:default/a',
    owner: { kind: 'group', title: 'A', memberCount },
  });

/** A record, who owns the asset, and reviews, some of them long ago. */
const story: fc.Arbitrary<Evidence[]> = fc
  .record({
    record: fc.record({
      missing: fc.subarray(['support', 'location'] as const),
      declared: fc.constantFrom('standard', 'important'),
      computed: fc.option(fc.constantFrom('standard', 'important'), {
        nil: undefined,
      }),
    }),
    members: fc.integer({ min: 0, max: 3 }),
    days: fc.subarray(['2026-03-20', '2027-01-10', '2027-03-01']),
  })
  .map(
    ({ record, members, days }) =>
      [
        recordObserved(record as never, now),
        owned(members),
        ...days.map(day => recordReviewed(day)),
      ] as Evidence[],
  );
const storyAndPiece = story.chain(all =>
  fc.record({
    all: fc.constant(all),
    piece: fc.nat({ max: all.length - 1 }),
  }),
);
const runs = { seed: 20260301, numRuns: 200 };

describe.each(controls)('laws of asset.$name', ({ control }) => {
  const judge = (all: readonly Evidence[]) => judgeStory(control, all, asOf);

  it('less is never more', () => {
    fc.assert(
      fc.property(storyAndPiece, ({ all, piece }) => {
        const less = all.filter((_, place) => place !== piece);
        expect(isGood(judge(less).status) && !isGood(judge(all).status)).toBe(
          false,
        );
      }),
      runs,
    );
  });

  it('order and repetition change nothing', () => {
    fc.assert(
      fc.property(storyAndPiece, ({ all, piece }) => {
        const doubled = [doubleFact(all[piece]!), ...all].reverse();
        expect(judge(doubled)).toEqual(judge(all));
      }),
      runs,
    );
  });

  it('what is recorded or dated after the instant does not count', () => {
    fc.assert(
      fc.property(
        storyAndPiece,
        fc.constantFrom('recordedAt', 'observedAt'),
        ({ all, piece }, field) => {
          const later = all.map((item, place) =>
            place === piece
              ? ({ ...item, [field]: at(500 * DAY) as Instant } as Evidence)
              : item,
          );
          const less = all.filter((_, place) => place !== piece);
          const { validUntil: _, ...result } = judge(later);
          const { validUntil: __, ...expected } = judge(less);
          expect(result).toEqual(expected);
        },
      ),
      runs,
    );
  });
});
