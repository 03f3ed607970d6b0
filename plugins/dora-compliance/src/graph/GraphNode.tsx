import { Link } from '@backstage/core-components';
import type { AssetGraphView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  criticalityWords,
  useEntityAddress,
} from '@ict-assurance/backstage-plugin-dora-compliance-react';
import styles from './graph.module.css';
import { NODE, type Point } from './layoutGraph';
import { nodeWords } from './nodeWords';

const LONGEST_TITLE = 20;

/** A box that says what it is and how critical, and leads to its page. */
export function GraphNode(props: {
  node: AssetGraphView['nodes'][number];
  isCenter: boolean;
  /** Its middle. */
  place: Point;
}) {
  const { node, isCenter, place } = props;
  const { title, criticality, entityRef } = node;
  const addressOf = useEntityAddress();
  const level = criticality ?? 'unclassified';
  const what = nodeWords(node);
  const { width, height } = NODE;
  return (
    <g
      transform={`translate(${place.x - width / 2},${place.y - height / 2})`}
      data-center={isCenter}
    >
      <Link to={addressOf(entityRef)} className={styles.link} underline="none">
        <title>{`${title}, ${what}, ${criticalityWords[level]}`}</title>
        <rect
          className={`${styles.box} ${styles[level]} ${
            isCenter ? styles.center : ''
          }`}
          width={width}
          height={height}
          rx={8}
        />
        <text className={styles.title} x={width / 2} y={22}>
          {title.length > LONGEST_TITLE
            ? `${title.slice(0, LONGEST_TITLE - 1)}…`
            : title}
        </text>
        <text className={styles.what} x={width / 2} y={41}>
          {isCenter ? `${what}, this one` : what}
        </text>
        <text className={styles.level} x={width / 2} y={60}>
          {criticalityWords[level]}
        </text>
      </Link>
    </g>
  );
}
