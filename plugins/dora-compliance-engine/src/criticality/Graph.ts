import type {
  Criticality,
  Link,
  LinkRelation,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * What determines how critical a node and others are.
 *
 * @public
 */
export type GraphNode = {
  entityRef: string;
  /** The level it has by itself. */
  declared?: Criticality;
  /** Whether it is a business function, the best reason there is. */
  isFunction: boolean;
};

/** A link as seen from one of its ends. */
type Edge = { node: number; relation: LinkRelation };

/**
 * Nodes by number and the links between them, from what uses to what is used. The
 * order of the input does not matter. Links to unknown nodes are left out.
 */
export class Graph {
  readonly nodes: readonly GraphNode[];
  /** What each node uses. */
  readonly uses: readonly (readonly Edge[])[];
  /** What uses each node. */
  readonly usedBy: readonly (readonly Edge[])[];

  constructor(nodes: readonly GraphNode[], links: readonly Link[]) {
    const byRef = new Map(nodes.map(node => [node.entityRef, node]));
    this.nodes = [...byRef.values()].sort((a, b) =>
      compare(a.entityRef, b.entityRef),
    );
    const numbers = new Map(
      this.nodes.map((node, number) => [node.entityRef, number]),
    );
    const uses: Edge[][] = this.nodes.map(() => []);
    const usedBy: Edge[][] = this.nodes.map(() => []);
    for (const { from, to, relation } of links) {
      const user = numbers.get(from);
      const used = numbers.get(to);
      if (user !== undefined && used !== undefined && user !== used) {
        uses[user]!.push({ node: used, relation });
        usedBy[used]!.push({ node: user, relation });
      }
    }
    uses.forEach(edges => edges.sort(byNode));
    this.uses = uses;
    this.usedBy = usedBy;
  }
}

function byNode(a: Edge, b: Edge): number {
  return a.node - b.node || compare(a.relation, b.relation);
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
