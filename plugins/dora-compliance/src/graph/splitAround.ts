import type { AssetGraphView } from '@ict-assurance/backstage-plugin-dora-compliance-common';

type Node = AssetGraphView['nodes'][number];

/** What uses an asset, what it uses, and the rest of the graph. */
type Surroundings = { users: Node[]; used: Node[]; others: Node[] };

/** Splits the graph by how its nodes relate to an asset. */
export function splitAround(
  { nodes, links }: AssetGraphView,
  entityRef: string,
): Surroundings {
  const above = reachable(entityRef, node =>
    links.filter(({ to }) => to === node).map(({ from }) => from),
  );
  const below = reachable(entityRef, node =>
    links.filter(({ from }) => from === node).map(({ to }) => to),
  );
  const around = nodes.filter(node => node.entityRef !== entityRef);
  const isUser = (node: Node) => above.has(node.entityRef);
  const isUsed = (node: Node) => below.has(node.entityRef);
  return {
    users: around.filter(isUser),
    used: around.filter(node => isUsed(node) && !isUser(node)),
    others: around.filter(node => !isUsed(node) && !isUser(node)),
  };
}

function reachable(
  start: string,
  next: (node: string) => readonly string[],
): Set<string> {
  const found = new Set<string>();
  const waiting = [start];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const neighbor of next(node)) {
      if (!found.has(neighbor)) {
        found.add(neighbor);
        waiting.push(neighbor);
      }
    }
  }
  return found;
}
