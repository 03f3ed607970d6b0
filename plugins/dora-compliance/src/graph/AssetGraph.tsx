import {
  DependencyGraph,
  DependencyGraphTypes,
} from '@backstage/core-components';
import type { AssetGraphView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useCallback, useMemo, useRef } from 'react';
import { edgesOf } from './edgesOf';
import styles from './graph.module.css';
import { GraphNode, type GraphNodeData } from './GraphNode';

/** The graph around an asset, drawn by Backstage's own graph component. */
export function AssetGraph(props: {
  graph: AssetGraphView;
  /** The asset in the middle of it. */
  entityRef: string;
}) {
  const { graph, entityRef } = props;
  const nodes = useMemo(
    (): Array<DependencyGraphTypes.DependencyNode<GraphNodeData>> =>
      graph.nodes.map(node => ({
        ...node,
        id: node.entityRef,
        isCentre: node.entityRef === entityRef,
      })),
    [graph, entityRef],
  );
  const edges = useMemo(() => edgesOf(graph), [graph]);
  const scroll = useRef<HTMLDivElement>(null);
  /** Where the graph does not fit, the asset itself is in sight. */
  const bringIntoSight = useCallback((centre: Element) => {
    const { current: box } = scroll;
    if (box) {
      const { left, width } = centre.getBoundingClientRect();
      const middle = box.getBoundingClientRect().left + box.clientWidth / 2;
      box.scrollLeft += left + width / 2 - middle;
    }
  }, []);
  return (
    <div className={styles.scroll} ref={scroll}>
      <div className={styles.graph} data-size={sizeOf(graph)}>
        <DependencyGraph
          nodes={nodes}
          edges={edges}
          direction={DependencyGraphTypes.Direction.TOP_BOTTOM}
          nodeMargin={24}
          rankMargin={48}
          paddingX={8}
          paddingY={8}
          labelOffset={4}
          zoom="enable-on-click"
          showArrowHeads
          renderNode={({ node }) => (
            <GraphNode node={node} onCentrePlaced={bringIntoSight} />
          )}
          renderLabel={({ edge }) => (
            <text className={styles.label} textAnchor="middle">
              {edge.label}
            </text>
          )}
          aria-label="Dependency graph"
        />
      </div>
    </div>
  );
}

/** How much room the graph needs before it is scrolled and not shrunk. */
function sizeOf({ nodes }: AssetGraphView): 'small' | 'medium' | 'large' {
  if (nodes.length > 16) {
    return 'large';
  }
  return nodes.length > 4 ? 'medium' : 'small';
}
