import type { DependencyGraphTypes } from '@backstage/core-components';
import type { AssetGraphView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { relationWords } from '@ict-assurance/backstage-plugin-dora-compliance-react';

/** One edge for each pair: the component draws no more. */
export function edgesOf({ links }: AssetGraphView) {
  const byPair = new Map<string, DependencyGraphTypes.DependencyEdge>();
  for (const { from, to, relation } of links) {
    const pair = `${from} ${to}`;
    const label = [byPair.get(pair)?.label, relationWords[relation]]
      .filter(Boolean)
      .join(', ');
    byPair.set(pair, { from, to, label });
  }
  return [...byPair.values()];
}
