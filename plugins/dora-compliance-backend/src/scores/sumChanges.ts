import type { ControlStatus } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  addTally,
  type Tally,
  tallyPairs,
  type WeighedPairs,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import type { AssetScore, ScoreCell } from './scoreAsset';

/** An asset as it was counted, and as it is now; one of them may be missing. */
export type ScoreChange = {
  before?: AssetScore | undefined;
  after?: AssetScore | undefined;
};

/** By how much the totals of a scope change. */
export type TotalChange = {
  assets: number;
  tally: Tally;
  /** The same by control. */
  controls: Map<string, Tally>;
};

/** By how much totals change: only what differs is added up. */
export function sumChanges(
  changes: readonly ScoreChange[],
): Map<string, TotalChange> {
  const totals = new Map<string, RunningTotal>();
  for (const { before, after } of changes) {
    const isPlaced =
      JSON.stringify(before?.scopes) === JSON.stringify(after?.scopes);
    const hide = isPlaced ? after?.cells : undefined;
    const show = isPlaced ? before?.cells : undefined;
    add(totals, before, -1, isPlaced, hide);
    add(totals, after, 1, isPlaced, show);
  }
  return new Map([...totals].map(([scope, total]) => [scope, toChange(total)]));
}

/**
 * @param isPlaced - the asset stays part of the same totals
 * @param same - what stands on the other side and needs no change
 */
function add(
  totals: Map<string, RunningTotal>,
  score: AssetScore | undefined,
  times: 1 | -1,
  isPlaced: boolean,
  same: AssetScore['cells'] | undefined,
): void {
  if (!score) {
    return;
  }
  const cells = Object.entries(score.cells).filter(
    ([id, cell]) => !isEqual(cell, same?.[id]),
  );
  if (isPlaced && cells.length === 0) {
    return;
  }
  for (const scope of score.scopes) {
    const total = totals.get(scope) ?? { assets: 0, controls: new Map() };
    totals.set(scope, total);
    total.assets += isPlaced ? 0 : times;
    for (const [id, [status, weight]] of cells) {
      let counts = total.controls.get(id);
      if (!counts) {
        counts = new Map();
        total.controls.set(id, counts);
      }
      const key = `${status} ${weight}`;
      counts.set(key, (counts.get(key) ?? 0) + times);
    }
  }
}

function isEqual(one: ScoreCell, other: ScoreCell | undefined): boolean {
  return one[0] === other?.[0] && one[1] === other[1];
}

/** Pairs of a control, counted by status and weight: a sum of numbers is cheap. */
type RunningTotal = {
  assets: number;
  controls: Map<string, Map<string, number>>;
};

function toChange({ assets, controls }: RunningTotal): TotalChange {
  const byControl = new Map(
    [...controls].map(([id, counts]) => [id, tallyPairs(readCounts(counts))]),
  );
  return {
    assets,
    tally: [...byControl.values()].reduce(
      (sum, tally) => addTally(sum, tally),
      tallyPairs([]),
    ),
    controls: byControl,
  };
}

function readCounts(counts: ReadonlyMap<string, number>): WeighedPairs[] {
  return [...counts].map(([key, count]) => {
    const [status, weight] = key.split(' ');
    return { status: status as ControlStatus, weight: Number(weight), count };
  });
}
