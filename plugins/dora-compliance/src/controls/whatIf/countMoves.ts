import {
  compareStatus,
  type ControlStatus,
  type TriedAsset,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** How many assets go from one status to another; `from` is absent for a new control. */
type Move = {
  from: ControlStatus | undefined;
  to: ControlStatus;
  count: number;
};

/** The assets of a trial whose status would change, or that have none yet. */
export function findMoved(items: readonly TriedAsset[]): TriedAsset[] {
  return items.filter(({ before, after }) => before?.status !== after.status);
}

/** How many assets move to which status, the worst one first. */
export function countMoves(moved: readonly TriedAsset[]): Move[] {
  const counts = new Map<string, Move>();
  for (const { before, after } of moved) {
    const [from, to] = [before?.status, after.status];
    const key = `${from} ${to}`;
    const { count } = counts.get(key) ?? { count: 0 };
    counts.set(key, { from, to, count: count + 1 });
  }
  return [...counts.values()].sort(
    (one, other) => compareStatus(other.to, one.to) || other.count - one.count,
  );
}
