import { Link } from '@backstage/core-components';
import type { AssetGraphView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  criticalityWords,
  useEntityAddress,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useEffect, useRef } from 'react';
import styles from './graph.module.css';

export type GraphNodeData = AssetGraphView['nodes'][number] & {
  isCentre: boolean;
};

const WIDTH = 216;
const HEIGHT = 66;
const LONGEST_TITLE = 24;

const nodeWords: Record<GraphNodeData['node'], string> = {
  asset: 'ICT asset',
  function: 'Business function',
  provider: 'Provider',
  system: 'System',
  api: 'API',
};

/** A box that says what it is and how critical, and leads to its page. */
export function GraphNode(props: {
  node: GraphNodeData;
  onCentrePlaced: (box: Element) => void;
}) {
  const { node, onCentrePlaced } = props;
  const { title, isCentre, criticality, entityRef } = node;
  const addressOf = useEntityAddress();
  const box = useRef<SVGGElement>(null);
  useEffect(() => {
    // The graph renders a box anew whenever it has moved it.
    if (isCentre && box.current) {
      onCentrePlaced(box.current);
    }
  });
  const level = criticality ?? 'unclassified';
  const what = (node.node === 'asset' && node.type) || nodeWords[node.node];
  return (
    <g ref={box}>
      <Link to={addressOf(entityRef)} className={styles.link} underline="none">
        <title>{`${title}, ${what}, ${criticalityWords[level]}`}</title>
        <rect
          className={`${styles.box} ${styles[level]} ${
            isCentre ? styles.centre : ''
          }`}
          width={WIDTH}
          height={HEIGHT}
          rx={8}
        />
        <text className={styles.title} x={WIDTH / 2} y={20}>
          {title.length > LONGEST_TITLE
            ? `${title.slice(0, LONGEST_TITLE - 1)}…`
            : title}
        </text>
        <text className={styles.what} x={WIDTH / 2} y={37}>
          {isCentre ? `${what}, this one` : what}
        </text>
        <text className={styles.level} x={WIDTH / 2} y={55}>
          {criticalityWords[level]}
        </text>
      </Link>
    </g>
  );
}
