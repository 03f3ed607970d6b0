import { Link } from '@backstage/core-components';
import type { AssetGraphView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useEntityAddress } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import { useSharedTranslation } from '../translation/useSharedTranslation';
import { useTranslation } from '../translation/useTranslation';
import { describeNode } from './describeNode';
import styles from './graph.module.css';
import { NODE, type Point } from './layoutGraph';

const LONGEST_TITLE = 20;

/** A box with the kind and criticality of an entity, and a link to its page. */
export function GraphNode(props: {
  node: AssetGraphView['nodes'][number];
  isCenter: boolean;
  /** Its center. */
  place: Point;
}) {
  const { node, isCenter, place } = props;
  const { title, criticality, entityRef } = node;
  const { t } = useTranslation();
  const { t: shared } = useSharedTranslation();
  const toAddress = useEntityAddress();
  const level = criticality ?? 'unclassified';
  const levelText = shared(`criticality.${level}`);
  const what = describeNode(node, t);
  const { width, height } = NODE;
  return (
    <g
      transform={`translate(${place.x - width / 2},${place.y - height / 2})`}
      data-center={isCenter}
    >
      <Link to={toAddress(entityRef)} className={styles.link} underline="none">
        <title>{t('joined', { parts: [title, what, levelText] })}</title>
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
          {isCenter ? t('dependencies.center', { what }) : what}
        </text>
        <text className={styles.level} x={width / 2} y={60}>
          {levelText}
        </text>
      </Link>
    </g>
  );
}
