import { Button } from '@backstage/ui';
import type { AssetGraphView } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { RiZoomInLine, RiZoomOutLine } from '@remixicon/react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import styles from './graph.module.css';
import { GraphNode } from './GraphNode';
import { layoutGraph } from './layoutGraph';
import { linePath } from './linePath';

/** The graph around an asset: as wide as the page, and larger on demand. */
export function AssetGraph(props: {
  graph: AssetGraphView;
  /** The asset in the middle of it. */
  entityRef: string;
}) {
  const { graph, entityRef } = props;
  const zooming = useZoom();
  const { zoom } = zooming;
  const layout = useMemo(() => layoutGraph(graph), [graph]);
  const box = useCenterInSight(zoom);
  const arrow = useId();
  const { width, height, places, lines } = layout;
  return (
    <div className={styles.frame}>
      <ZoomButtons zoom={zooming} />
      <div className={styles.scroll} ref={box}>
        <svg
          className={styles.graph}
          viewBox={`0 0 ${width} ${height}`}
          style={
            { '--width': `${width}px`, '--zoom': zoom } as React.CSSProperties
          }
          role="group"
          aria-label="Dependency graph"
        >
          <Arrow id={arrow} />
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
    </div>
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

function ZoomButtons(props: { zoom: ReturnType<typeof useZoom> }) {
  const { zoom, canZoomIn, zoomIn, zoomOut } = props.zoom;
  return (
    <div className={styles.tools} role="group" aria-label="Zoom">
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiZoomOutLine aria-hidden />}
        isDisabled={zoom === 1}
        onPress={zoomOut}
      >
        Zoom out
      </Button>
      <Button
        variant="secondary"
        size="small"
        iconStart={<RiZoomInLine aria-hidden />}
        isDisabled={!canZoomIn}
        onPress={zoomIn}
      >
        Zoom in
      </Button>
    </div>
  );
}

/** How much larger than the page the graph is drawn. */
const ZOOMS = [1, 1.5, 2.25, 3.5];

function useZoom() {
  const [step, setStep] = useState(0);
  return {
    zoom: ZOOMS[step]!,
    canZoomIn: step < ZOOMS.length - 1,
    zoomIn: () => setStep(step + 1),
    zoomOut: () => setStep(step - 1),
  };
}

/** Scrolls the asset itself into the middle whenever the zoom changes. */
function useCenterInSight(zoom: number) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current: scroll } = box;
    const center = scroll?.querySelector('[data-center="true"]');
    if (scroll && center) {
      const { left, width } = center.getBoundingClientRect();
      const middle = scroll.getBoundingClientRect().left;
      scroll.scrollLeft += left + width / 2 - middle - scroll.clientWidth / 2;
    }
  }, [zoom]);
  return box;
}
