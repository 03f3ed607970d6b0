import { useState } from 'react';

/**
 * The size of the graph: as wide as the page, or a multiple of its own size.
 * In its own size, the smallest text is 13 pixels high.
 */
export type Scale = 'fit' | 1 | 1.5 | 2.25;

const SCALES: readonly Scale[] = ['fit', 1, 1.5, 2.25];

/** How large the graph is, and how to change that. */
export type Zoom = {
  scale: Scale;
  /** Absent if the graph can't get larger. */
  zoomIn?: () => void;
  /** Absent if the graph can't get smaller. */
  zoomOut?: () => void;
  fit: () => void;
};

/** Starts with a graph in its own size. */
export function useZoom(): Zoom {
  const [scale, setScale] = useState<Scale>(1);
  const step = SCALES.indexOf(scale);
  const [smaller, larger] = [SCALES[step - 1], SCALES[step + 1]];
  return {
    scale,
    ...(larger && { zoomIn: () => setScale(larger) }),
    ...(smaller && { zoomOut: () => setScale(smaller) }),
    fit: () => setScale('fit'),
  };
}
