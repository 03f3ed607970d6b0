import type { Day } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  addTally,
  type Tally,
  tallyPairs,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';

/** The score of an asset at the end of a past day. */
export type PastScore = {
  entityRef: string;
  day: Day;
  ownerRef: string;
  /** The totals it is part of. */
  scopes: readonly string[];
  tally: Tally;
};

/** The total of a scope at the end of a day, or by how much it changes. */
export type PastTotal = { day: Day; assets: number; tally: Tally };

/** Leaves out days that repeat the day before. @param scores - earliest first */
export function dropRepeats(scores: readonly PastScore[]): PastScore[] {
  return scores.filter((score, place) => {
    const before = scores[place - 1];
    return (
      !before ||
      JSON.stringify({ ...score, day: '' }) !==
        JSON.stringify({ ...before, day: '' })
    );
  });
}

/**
 * By how much the scores of an asset change the total of each scope, day by day.
 *
 * @param scores - of one asset, earliest first
 * @param times - -1 takes them away
 */
export function listSteps(
  scores: readonly PastScore[],
  times: 1 | -1,
): { scope: string; step: PastTotal }[] {
  return scores.flatMap((score, place) => {
    const before = scores[place - 1];
    const step = (sign: number, tally: Tally): PastTotal => ({
      day: score.day,
      assets: sign * times,
      tally: addTally(tallyPairs([]), tally, sign * times > 0 ? 1 : -1),
    });
    return [
      ...(before?.scopes ?? []).map(scope => ({
        scope,
        step: step(-1, before!.tally),
      })),
      ...score.scopes.map(scope => ({ scope, step: step(1, score.tally) })),
    ];
  });
}

/**
 * The totals of a scope after some steps; days that repeat the day before are left
 * out.
 *
 * @param totals - of the scope before, earliest first
 */
export function changeTotals(
  totals: readonly PastTotal[],
  steps: readonly PastTotal[],
): PastTotal[] {
  const byDay = new Map<Day, PastTotal>();
  const add = (day: Day, { assets, tally }: PastTotal, times: 1 | -1) => {
    const sum = byDay.get(day) ?? { day, assets: 0, tally: tallyPairs([]) };
    byDay.set(day, {
      day,
      assets: sum.assets + times * assets,
      tally: addTally(sum.tally, tally, times),
    });
  };
  totals.forEach((total, place) => {
    const before = totals[place - 1];
    add(total.day, total, 1);
    if (before) {
      add(total.day, before, -1);
    }
  });
  steps.forEach(step => add(step.day, step, 1));
  let last: PastTotal = { day: '', assets: 0, tally: tallyPairs([]) };
  return [...byDay.keys()].sort().flatMap(day => {
    const step = byDay.get(day)!;
    const total = {
      day,
      assets: last.assets + step.assets,
      tally: addTally(last.tally, step.tally, 1),
    };
    const isSame =
      JSON.stringify([total.assets, total.tally]) ===
      JSON.stringify([last.assets, last.tally]);
    last = total;
    return isSame ? [] : [total];
  });
}
