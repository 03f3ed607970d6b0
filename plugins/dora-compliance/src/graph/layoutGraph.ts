import dagre from '@dagrejs/dagre';
import type { JoinedLink } from './joinLinks';

/** The size of every node; the texts in it are cut to fit. */
export const NODE = { width: 176, height: 72 } as const;

const LABEL_HEIGHT = 16;
const LETTER_WIDTH = 6.2;
/** Lines run straight a little beyond the sides of a node. */
const CLEARANCE = 8;

export type Point = { x: number; y: number };

export type GraphLayout = {
  width: number;
  height: number;
  /** The center of each node, by entity reference. */
  places: ReadonlyMap<string, Point>;
  lines: Array<JoinedLink & { points: Point[]; middle: Point }>;
};

/** Places nodes in columns, users left of what they use, and routes lines. */
export function layoutGraph(
  nodes: ReadonlyArray<{ entityRef: string }>,
  joined: readonly JoinedLink[],
): GraphLayout {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({
    rankdir: 'LR',
    nodesep: 28,
    edgesep: 24,
    ranksep: 24,
    marginx: 8,
    marginy: 8,
  });
  nodes.forEach(({ entityRef }) => graph.setNode(entityRef, { ...NODE }));
  const links = joined.filter(
    ({ from, to }) => graph.hasNode(from) && graph.hasNode(to),
  );
  links.forEach(({ from, to, label }) =>
    graph.setEdge(from, to, {
      labelpos: 'c',
      width: label.length * LETTER_WIDTH,
      height: LABEL_HEIGHT,
    }),
  );
  dagre.layout(graph);
  const places = new Map(
    nodes.map(({ entityRef }) => {
      const { x, y } = graph.node(entityRef);
      return [entityRef, { x, y }];
    }),
  );
  const { width = 0, height = 0 } = graph.graph();
  const lines = links.map(link => {
    const { points, x, y } = graph.edge(link.from, link.to);
    return { ...link, points: route(link, points, places), middle: { x, y } };
  });
  return { width, height, places, lines };
}

/**
 * The corners of a line. It leaves and enters nodes in the middle of a side,
 * and crosses columns of nodes level, so that it never runs behind a node.
 */
function route(
  { from, to }: JoinedLink,
  points: readonly Point[],
  places: ReadonlyMap<string, Point>,
): Point[] {
  const start = places.get(from)!;
  const end = places.get(to)!;
  const forward = start.x <= end.x ? 1 : -1;
  const reach = (forward * NODE.width) / 2;
  const columns = [...places.values()].map(({ x }) => x);
  const bends = points.slice(1, -1).flatMap(({ x, y }) => {
    const isInColumn = columns.some(column => Math.abs(column - x) < 1);
    const far = reach + forward * CLEARANCE;
    return isInColumn
      ? [
          { x: x - far, y },
          { x: x + far, y },
        ]
      : [{ x, y }];
  });
  return [
    { x: start.x + reach, y: start.y },
    ...bends,
    { x: end.x - reach, y: end.y },
  ];
}
