import type { Point } from './layoutGraph';

const RADIUS = 12;

/** A line with rounded corners, as the path of an SVG. */
export function linePath(points: readonly Point[]): string {
  const first = points[0];
  const last = points[points.length - 1];
  if (!first || !last) {
    return '';
  }
  const corners = points.slice(1, -1).map((corner, index) => {
    const before = toward(corner, points[index]!);
    const after = toward(corner, points[index + 2]!);
    return `L${words(before)} Q${words(corner)} ${words(after)}`;
  });
  return [`M${words(first)}`, ...corners, `L${words(last)}`].join(' ');
}

/** Where the rounding of a corner begins, on the way to its neighbor. */
function toward(corner: Point, neighbor: Point): Point {
  const [x, y] = [neighbor.x - corner.x, neighbor.y - corner.y];
  const length = Math.hypot(x, y);
  const share = length === 0 ? 0 : Math.min(RADIUS / length, 1 / 2);
  return { x: corner.x + x * share, y: corner.y + y * share };
}

function words({ x, y }: Point): string {
  return `${Math.round(x)},${Math.round(y)}`;
}
