import {
  ControlStatus,
  type Control,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  addTally,
  type Tally,
  tallyPairs,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import fc from 'fast-check';
import { type AssetScore, scoreAsset, tallyAsset } from './scoreAsset';
import { type ScoreChange, sumChanges, type TotalChange } from './sumChanges';

const severity = {
  'critical-or-important': 'critical',
  important: 'high',
  standard: 'low',
} as const;
const controls: Pick<Control, 'id' | 'severity'>[] = ['a', 'b', 'c'].map(
  id => ({ id, severity }),
);
const functions = ['resource:default/f', 'resource:default/g'];

/** An asset anywhere in the organization, or none. */
const score = (entityRef: string): fc.Arbitrary<AssetScore | undefined> =>
  fc.option(
    fc
      .record({
        ownerRef: fc.constantFrom('', 'group:default/a', 'group:default/b'),
        systemRef: fc.constantFrom('', 'system:default/s'),
        rank: fc.nat(3),
        functions: fc.subarray(functions),
        statuses: fc.dictionary(
          fc.constantFrom('a', 'b', 'c'),
          fc.constantFrom(...ControlStatus.options),
        ),
      })
      .map(({ statuses, ...placed }) =>
        scoreAsset(
          { entityRef, ...placed },
          new Map(Object.entries(statuses)),
          controls,
        ),
      ),
    { nil: undefined, freq: 4 },
  );

const change = fc.nat(99).chain(n =>
  fc.record({
    before: score(`component:x/${n}`),
    after: score(`component:x/${n}`),
  }),
);
const changes = fc.array(change, { maxLength: 8 });

/** What is left after zeros are dropped, so that equal sums are equal. */
function normalize(totals: ReadonlyMap<string, TotalChange>) {
  const isZero = (tally: Tally) =>
    JSON.stringify(tally) === JSON.stringify(tallyPairs([]));
  return [...totals]
    .map(([scope, { assets, tally, controls: byControl }]) => ({
      scope,
      assets,
      tally,
      controls: [...byControl].filter(([, one]) => !isZero(one)).sort(),
    }))
    .filter(one => one.assets !== 0 || one.controls.length > 0)
    .sort((a, b) => (a.scope < b.scope ? -1 : 1));
}

function add(
  one: ReadonlyMap<string, TotalChange>,
  other: ReadonlyMap<string, TotalChange>,
): Map<string, TotalChange> {
  const sum = new Map(one);
  for (const [scope, { assets, tally, controls: byControl }] of other) {
    const known = sum.get(scope);
    const merged = new Map(known?.controls);
    byControl.forEach((value, id) =>
      merged.set(id, addTally(merged.get(id) ?? tallyPairs([]), value)),
    );
    sum.set(scope, {
      assets: (known?.assets ?? 0) + assets,
      tally: addTally(known?.tally ?? tallyPairs([]), tally),
      controls: merged,
    });
  }
  return sum;
}

describe('laws of roll-ups', () => {
  it('the order and the grouping of the parts do not matter', () => {
    fc.assert(
      fc.property(changes, fc.nat(8), fc.nat(), (all, cut, seed) => {
        const whole = normalize(sumChanges(all));
        const [left, right] = [all.slice(0, cut), all.slice(cut)];
        expect(normalize(add(sumChanges(left), sumChanges(right)))).toEqual(
          whole,
        );
        const mixed = all
          .map((one, place) => ({ one, key: (seed * (place + 7)) % 11 }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        expect(normalize(sumChanges(mixed))).toEqual(whole);
      }),
    );
  });

  it('a change in two steps is the change in one', () => {
    const three = fc.tuple(score('x'), score('x'), score('x'));
    fc.assert(
      fc.property(three, ([one, two, last]) => {
        const steps = add(
          sumChanges([{ before: one, after: two }]),
          sumChanges([{ before: two, after: last }]),
        );
        expect(normalize(steps)).toEqual(
          normalize(sumChanges([{ before: one, after: last }])),
        );
      }),
    );
  });

  it('a total is the sum of its assets', () => {
    fc.assert(
      fc.property(fc.array(score('x')), scores => {
        const there = scores.flatMap(one => one ?? []);
        const totals = sumChanges(there.map(after => ({ after })));
        for (const [scope, { assets, tally }] of totals) {
          const parts = there.filter(one => one.scopes.includes(scope));
          expect(assets).toBe(parts.length);
          expect(tally).toEqual(
            parts
              .map(tallyAsset)
              .reduce((sum, part) => addTally(sum, part), tallyPairs([])),
          );
        }
      }),
    );
  });

  it('a change of an asset moves what it is part of, and nothing else', () => {
    fc.assert(
      fc.property(change, (of: ScoreChange) => {
        const { before, after } = of;
        const parts = new Set([
          ...(before?.scopes ?? []),
          ...(after?.scopes ?? []),
        ]);
        const hasMoved =
          JSON.stringify(before?.scopes) !== JSON.stringify(after?.scopes);
        const hasChanged =
          JSON.stringify(before?.cells) !== JSON.stringify(after?.cells);
        const moved = [...sumChanges([of]).keys()].sort();
        expect(moved).toEqual(hasMoved || hasChanged ? [...parts].sort() : []);
      }),
    );
  });
});
