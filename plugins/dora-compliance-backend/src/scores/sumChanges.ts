import {
  addTally,
  type Tally,
  tallyPairs,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import { type AssetScore, type ScoreCell, toPair } from './scoreAsset';

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
  const totals = new Map<string, TotalChange>();
  for (const { before, after } of changes) {
    const isPlaced =
      JSON.stringify(before?.scopes) === JSON.stringify(after?.scopes);
    const hide = isPlaced ? after?.cells : undefined;
    const show = isPlaced ? before?.cells : undefined;
    add(totals, before, -1, isPlaced, hide);
    add(totals, after, 1, isPlaced, show);
  }
  return totals;
}

/**
 * @param isPlaced - the asset stays part of the same totals
 * @param same - what stands on the other side and needs no change
 */
function add(
  totals: Map<string, TotalChange>,
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
  const all = tallyPairs(cells.map(([, cell]) => toPair(cell)));
  for (const scope of score.scopes) {
    const total = totals.get(scope) ?? createTotal();
    totals.set(scope, total);
    total.assets += isPlaced ? 0 : times;
    total.tally = addTally(total.tally, all, times);
    for (const [id, cell] of cells) {
      const known = total.controls.get(id) ?? tallyPairs([]);
      total.controls.set(
        id,
        addTally(known, tallyPairs([toPair(cell)]), times),
      );
    }
  }
}

function isEqual(one: ScoreCell, other: ScoreCell | undefined): boolean {
  return one[0] === other?.[0] && one[1] === other[1];
}

function createTotal(): TotalChange {
  return { assets: 0, tally: tallyPairs([]), controls: new Map() };
}
