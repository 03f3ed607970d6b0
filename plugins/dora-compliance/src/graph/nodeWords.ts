import type { AssetGraphView } from '@ict-assurance/backstage-plugin-dora-compliance-common';

type Node = AssetGraphView['nodes'][number];

const words: Readonly<Record<Node['node'], string>> = {
  asset: 'ICT asset',
  function: 'Business function',
  provider: 'Provider',
  system: 'System',
  api: 'API',
};

/** What a node of the graph is: its type for assets, else its kind. */
export function nodeWords({ node, type }: Pick<Node, 'node' | 'type'>): string {
  return (node === 'asset' && type) || words[node];
}
