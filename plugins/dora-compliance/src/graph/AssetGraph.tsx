import type { AssetGraphView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { useId, useMemo } from 'react';
import { useSharedTranslation } from '../translation/useSharedTranslation';
import { useTranslation } from '../translation/useTranslation';
import styles from './graph.module.css';
import { GraphNode } from './GraphNode';
import { joinLinks } from './joinLinks';
import { type GraphLayout, layoutGraph } from './layoutGraph';
import { linePath } from './linePath';
import { useCenterInView } from './useCenterInView';
import { useHiddenEdges } from './useHiddenEdges';
import { useZoom } from './useZoom';
import { ZoomButtons } from './ZoomButtons';

/**
 * The graph around an asset. It starts in a size that can be read, with the
 * asset in view, and can be fitted to the width of the page. Edges beyond which
 * there is more are faded.
 */
export function AssetGraph(props: {
  graph: AssetGraphView;
  /** The asset in the center of it. */
  entityRef: string;
}) {
  const { graph, entityRef } = props;
  const { t } = useTranslation();
  const { t: shared } = useSharedTranslation();
  const zoom = useZoom();
  const layout = useMemo(
    () => layoutGraph(graph.nodes, joinLinks(graph, shared)),
    [graph, shared],
  );
  const box = useCenterInView(zoom.scale);
  const edges = useHiddenEdges(box, zoom.scale);
  const arrow = useId();
  const { width, height, places, lines } = layout;
  return (
    <div className={styles.frame}>
      <ZoomButtons zoom={zoom} />
      <div className={styles.view}>
        <div className={styles.scroll} ref={box}>
          <svg
            className={zoom.scale === 'fit' ? styles.fitted : styles.graph}
            viewBox={`0 0 ${width} ${height}`}
            style={
              {
                '--width': `${width}px`,
                '--scale': zoom.scale,
              } as React.CSSProperties
            }
            role="group"
            aria-label={t('dependencies.graph')}
          >
            <Arrow id={arrow} />
            <Lines lines={lines} arrow={arrow} />
            {graph.nodes.map(node => (
              <GraphNode
                key={node.entityRef}
                node={node}
                isCenter={node.entityRef === entityRef}
                place={places.get(node.entityRef)!}
              />
            ))}
          </svg>
        </div>
        {edges.map(edge => (
          <div
            key={edge}
            className={styles.more}
            data-edge={edge}
            aria-hidden
          />
        ))}
      </div>
    </div>
  );
}

function Lines(props: { lines: GraphLayout['lines']; arrow: string }) {
  const { lines, arrow } = props;
  return (
    <>
      {lines.map(({ from, to, points }) => (
        <path
          key={`${from} ${to}`}
          className={styles.line}
          d={linePath(points)}
          markerEnd={`url(#${arrow})`}
        />
      ))}
      {lines.map(({ from, to, label, middle }) => (
        <text
          key={`${from} ${to}`}
          className={styles.label}
          x={middle.x}
          y={middle.y + 4}
        >
          {label}
        </text>
      ))}
    </>
  );
}

function Arrow({ id }: { id: string }) {
  return (
    <defs>
      <marker
        id={id}
        viewBox="0 0 10 10"
        refX="9"
        refY="5"
        markerWidth="8"
        markerHeight="8"
        orient="auto-start-reverse"
      >
        <path className={styles.arrow} d="M0,0 L10,5 L0,10 z" />
      </marker>
    </defs>
  );
}
