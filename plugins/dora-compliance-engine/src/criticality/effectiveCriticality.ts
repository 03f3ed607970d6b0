import {
  compareCriticality,
  Criticality,
  type EffectiveCriticality,
  type Link,
  type LinkRelation,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { Graph, type GraphNode } from './Graph';

/**
 * How critical everything is (RTS 2024/1774 Art 5(2)(a)): what is used is at
 * least as critical as what uses it, so that a pipeline is as critical as the
 * most critical thing it can change. Cycles are safe, and the order of the
 * input does not matter. The work is linear in nodes and links; for the supported
 * functions, in the links that each function reaches.
 *
 * @public
 */
export function effectiveCriticality(
  nodes: readonly GraphNode[],
  links: readonly Link[],
): Map<string, EffectiveCriticality> {
  const graph = new Graph(nodes, links);
  const reached = spread(graph);
  const functions = collectFunctions(graph);
  return new Map(
    graph.nodes.map((node, number) => [
      node.entityRef,
      {
        ...present('level', reached[number]?.level),
        ...present('declared', node.declared),
        ...present('computed', gravestUser(graph, reached, number)),
        because: pathTo(graph, reached, number),
        functions: functions[number]!,
      },
    ]),
  );
}

/** How a node came by its level: by itself, or from the node before. */
type Reached = {
  level: Criticality;
  before?: number;
  relation?: LinkRelation;
};

/**
 * Starts with the most critical level, from all nodes that have it themselves, and
 * with functions first, so that every node is reached once, by a shortest path.
 */
function spread(graph: Graph): (Reached | undefined)[] {
  const reached: (Reached | undefined)[] = graph.nodes.map(() => undefined);
  for (const level of Criticality.options) {
    for (const isFunction of [true, false]) {
      const queue: number[] = [];
      graph.nodes.forEach((node, number) => {
        if (
          node.declared === level &&
          node.isFunction === isFunction &&
          !reached[number]
        ) {
          reached[number] = { level };
          queue.push(number);
        }
      });
      for (const number of queue) {
        for (const { node, relation } of graph.uses[number]!) {
          if (!reached[node]) {
            reached[node] = { level, before: number, relation };
            queue.push(node);
          }
        }
      }
    }
  }
  return reached;
}

function gravestUser(
  graph: Graph,
  reached: readonly (Reached | undefined)[],
  number: number,
): Criticality | undefined {
  let gravest: Criticality | undefined;
  for (const { node } of graph.usedBy[number]!) {
    const level = reached[node]?.level;
    if (compareCriticality(level, gravest) < 0) {
      gravest = level;
    }
  }
  return gravest;
}

function pathTo(
  graph: Graph,
  reached: readonly (Reached | undefined)[],
  number: number,
): EffectiveCriticality['because'] {
  const path: EffectiveCriticality['because'] = [];
  let at: number | undefined = reached[number] && number;
  while (at !== undefined) {
    const { before, relation }: Reached = reached[at]!;
    const { entityRef } = graph.nodes[at]!;
    path.unshift({ entityRef, ...present('relation', relation) });
    at = before;
  }
  return path;
}

/** The functions each node supports, directly or not. */
function collectFunctions(graph: Graph): string[][] {
  const supported: string[][] = graph.nodes.map(() => []);
  const visited = new Int32Array(graph.nodes.length).fill(-1);
  graph.nodes.forEach((node, start) => {
    if (!node.isFunction) {
      return;
    }
    visited[start] = start;
    const queue = [start];
    for (const number of queue) {
      for (const edge of graph.uses[number]!) {
        if (visited[edge.node] !== start) {
          visited[edge.node] = start;
          supported[edge.node]!.push(node.entityRef);
          queue.push(edge.node);
        }
      }
    }
  });
  return supported;
}

function present<TName extends string, T>(
  name: TName,
  value: T | undefined,
): { [K in TName]?: T } {
  return (value === undefined ? {} : { [name]: value }) as { [K in TName]?: T };
}
