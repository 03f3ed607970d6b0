import type { EvidenceGap } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { type Interval, subtract, unite } from './Interval';

/**
 * The gaps of some targets without the covered times of each: one gap for each
 * source, cause and time, in order.
 */
export function uncoveredGaps(
  targets: readonly {
    gaps: readonly EvidenceGap[];
    covered: readonly Interval[];
  }[],
): EvidenceGap[] {
  const groups = new Map<string, { gap: EvidenceGap; left: Interval[] }>();
  for (const { gaps, covered } of targets) {
    for (const gap of gaps) {
      const id = `${gap.sourceId} ${gap.cause}`;
      const group = groups.get(id) ?? { gap, left: [] };
      group.left.push(...subtract(gap, covered));
      groups.set(id, group);
    }
  }
  return [...groups.values()]
    .flatMap(({ gap, left }) =>
      unite(left).map(({ from, to }): EvidenceGap => {
        const { sourceId, cause, detail } = gap;
        return {
          sourceId,
          from,
          ...(to && { to }),
          cause,
          ...(detail !== undefined && { detail }),
        };
      }),
    )
    .sort((a, b) => compare(a.from, b.from) || compare(a.cause, b.cause));
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
