import type { AssetGraphView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { TranslateShared } from '../translation/useSharedTranslation';

/** A line of the graph; its label names every relation of the pair. */
export type JoinedLink = { from: string; to: string; label: string };

/** One line for each pair of nodes, however many relations they have. */
export function joinLinks(
  { links }: Pick<AssetGraphView, 'links'>,
  t: TranslateShared,
): JoinedLink[] {
  const byPair = new Map<string, JoinedLink>();
  for (const { from, to, relation } of links) {
    const pair = `${from} ${to}`;
    const label = [byPair.get(pair)?.label, t(`relation.${relation}`)]
      .filter(Boolean)
      .join(', ');
    byPair.set(pair, { from, to, label });
  }
  return [...byPair.values()];
}
