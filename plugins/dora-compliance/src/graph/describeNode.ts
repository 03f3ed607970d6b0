import type { AssetGraphView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import type { Translate } from '../translation/useTranslation';

type Node = AssetGraphView['nodes'][number];

/** What a node of the graph is: its type for assets, else its kind. */
export function describeNode(
  { node, type }: Pick<Node, 'node' | 'type'>,
  t: Translate,
): string {
  return (node === 'asset' && type) || t(`dependencies.node.${node}`);
}
