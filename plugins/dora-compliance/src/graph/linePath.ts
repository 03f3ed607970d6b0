import type { Point } from './layoutGraph';

const RADIUS = 12;

/** The SVG path of a line with rounded corners. */
export function linePath(points: readonly Point[]): string {
  const first = points[0];
  const last = points[points.length - 1];
  if (!first || !last) {
    return '';
  }
  const corners = points.slice(1, -1).map((corner, index) => {
    const before = toward(corner, points[index]!);
    const after = toward(corner, points[index + 2]!);
    return `L${point(before)} Q${point(corner)} ${point(after)}`;
  });
  return [`M${point(first)}`, ...corners, `L${point(last)}`].join(' ');
}

/** Where the rounding of a corner begins, on the way to its neighbor. */
function toward(corner: Point, neighbor: Point): Point {
  const [x, y] = [neighbor.x - corner.x, neighbor.y - corner.y];
  const length = Math.hypot(x, y);
  const share = length === 0 ? 0 : Math.min(RADIUS / length, 1 / 2);
  return { x: corner.x + x * share, y: corner.y + y * share };
}

function point({ x, y }: Point): string {
  return `${Math.round(x)},${Math.round(y)}`;
}
