import {
  AssetGraphView,
  type LinkRelation,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { graph } from '../__testUtils__/recordViews';
import { englishTexts } from '../__testUtils__/englishTexts';
import { joinLinks } from './joinLinks';
import {
  type GraphLayout,
  layoutGraph as layoutJoined,
  NODE,
  type Point,
} from './layoutGraph';
import { linePath } from './linePath';
import { splitAround } from './splitAround';

it('draws one line between two things, however many ways they are linked', () => {
  expect(joinLinks(graph, englishTexts().shared)).toEqual([
    {
      from: 'resource:default/transfers',
      to: 'component:default/ledger',
      label: 'is supported by',
    },
    {
      from: 'component:default/ledger',
      to: 'resource:default/deploy',
      label: 'is deployed by, depends on',
    },
  ]);
});

const layoutGraph = (of: AssetGraphView) =>
  layoutJoined(of.nodes, joinLinks(of, englishTexts().shared));

const view = (...links: Array<[string, string]>) =>
  AssetGraphView.parse({
    nodes: [...new Set(links.flat())].map(name => ({
      entityRef: name,
      title: name,
      node: 'asset',
    })),
    links: links.map(([from, to]) => ({
      from,
      to,
      relation: 'depends-on' satisfies LinkRelation,
    })),
    cut: false,
  });

/** Many ranks, lines over several of them, and a cycle. */
const tangled = view(
  ...['a', 'b', 'c', 'd', 'e'].flatMap(
    (name): Array<[string, string]> => [
      ['root', name],
      [name, `${name}1`],
      [`${name}1`, `${name}2`],
      ['root', `${name}2`],
      [name, `${name}2`],
      [`${name}2`, 'sink'],
    ],
  ),
  ['root', 'sink'],
  ['sink', 'c1'],
);

describe('the layout of the graph', () => {
  it('places what is used to the right of what uses it', () => {
    const { places } = layoutGraph(view(['user', 'used'], ['used', 'deep']));
    const [user, used, deep] = ['user', 'used', 'deep'].map(
      name => places.get(name)!.x,
    );
    expect(used! - user!).toBeGreaterThan(NODE.width);
    expect(deep! - used!).toBeGreaterThan(NODE.width);
  });

  it('has no line behind a node', () => {
    const layout = layoutGraph(tangled);
    expect(layout.lines).toHaveLength(tangled.links.length);
    expect(layout.lines.flatMap(line => nodesBehind(line, layout))).toEqual([]);
  });

  it('lets no two nodes overlap', () => {
    const places = [...layoutGraph(tangled).places.values()];
    const overlaps = places.filter((one, index) =>
      places
        .slice(index + 1)
        .some(
          other =>
            Math.abs(one.x - other.x) < NODE.width &&
            Math.abs(one.y - other.y) < NODE.height,
        ),
    );
    expect(overlaps).toEqual([]);
  });
});

/** The nodes that a line passes, sampled pixel by pixel. */
function nodesBehind(
  { points }: GraphLayout['lines'][number],
  { places }: GraphLayout,
): string[] {
  const isInside = (point: Point, place: Point) =>
    Math.abs(point.x - place.x) < NODE.width / 2 - 1 &&
    Math.abs(point.y - place.y) < NODE.height / 2 - 1;
  const samples = points
    .slice(1)
    .flatMap((end, index) => between(points[index]!, end));
  return [...places]
    .filter(([, place]) => samples.some(point => isInside(point, place)))
    .map(([name]) => name);
}

function between(start: Point, end: Point): Point[] {
  const steps = Math.ceil(Math.hypot(end.x - start.x, end.y - start.y)) || 1;
  return Array.from({ length: steps + 1 }, (_, step) => ({
    x: start.x + ((end.x - start.x) * step) / steps,
    y: start.y + ((end.y - start.y) * step) / steps,
  }));
}

it('rounds the corners of a line', () => {
  expect(
    linePath([
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 100 },
    ]),
  ).toBe('M0,0 L88,0 Q100,0 100,12 L100,100');
});

it('tells users from what is used, and from what is only near', () => {
  const around = splitAround(
    view(['f', 'me'], ['g', 'f'], ['me', 'db'], ['f', 'other']),
    'me',
  );
  const names = Object.fromEntries(
    Object.entries(around).map(([group, nodes]) => [
      group,
      nodes.map(({ entityRef }) => entityRef),
    ]),
  );
  expect(names).toEqual({ users: ['f', 'g'], used: ['db'], others: ['other'] });
});
