import {
  compareCriticality,
  Criticality,
  isDeclaredBelowComputed,
  type Link,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import fc from 'fast-check';
import { effectiveCriticality } from './effectiveCriticality';
import type { GraphNode } from './Graph';

const SIZE = 12;
const ref = (number: number) => `component:default/n${number}`;

const anyGraph = fc.record({
  nodes: fc
    .array(
      fc.record({
        declared: fc.option(fc.constantFrom(...Criticality.options), {
          nil: undefined,
        }),
        isFunction: fc.boolean(),
      }),
      { minLength: 1, maxLength: SIZE },
    )
    .map(items =>
      items.map(
        (item, number): GraphNode => ({ entityRef: ref(number), ...item }),
      ),
    ),
  links: fc.array(
    fc.record({
      from: fc.nat(SIZE).map(ref),
      to: fc.nat(SIZE).map(ref),
      relation: fc.constantFrom<Link['relation']>('depends-on', 'deployed-by'),
    }),
    { maxLength: 40 },
  ),
});

const exists = (nodes: GraphNode[], entityRef: string) =>
  nodes.some(node => node.entityRef === entityRef);

describe('laws of effective criticality', () => {
  it('what is used is at least as critical as what uses it', () => {
    fc.assert(
      fc.property(anyGraph, ({ nodes, links }) => {
        const found = effectiveCriticality(nodes, links);
        const between = links.filter(
          ({ from, to }) => exists(nodes, from) && exists(nodes, to),
        );
        for (const { from, to } of between) {
          const [user, used] = [found.get(from)!, found.get(to)!];
          expect(compareCriticality(used.level, user.level)).toBeLessThan(1);
        }
      }),
    );
  });

  it('nothing is more critical than something that leads to it', () => {
    fc.assert(
      fc.property(anyGraph, ({ nodes, links }) => {
        const byRef = new Map(nodes.map(node => [node.entityRef, node]));
        for (const [entityRef, of] of effectiveCriticality(nodes, links)) {
          const [first] = of.because;
          expect(of.because.at(-1)?.entityRef).toBe(
            of.level ? entityRef : undefined,
          );
          expect(byRef.get(first?.entityRef ?? '')?.declared).toBe(of.level);
        }
      }),
    );
  });

  it('every step of the reason is a link there is', () => {
    fc.assert(
      fc.property(anyGraph, ({ nodes, links }) => {
        for (const { because } of effectiveCriticality(nodes, links).values()) {
          because.slice(1).forEach((step, index) => {
            expect(links).toContainEqual({
              from: because[index]?.entityRef,
              to: step.entityRef,
              relation: step.relation,
            });
          });
          const visited = because.map(step => step.entityRef);
          expect(new Set(visited).size).toBe(visited.length);
        }
      }),
    );
  });

  it('is never below what was declared', () => {
    fc.assert(
      fc.property(anyGraph, ({ nodes, links }) => {
        for (const of of effectiveCriticality(nodes, links).values()) {
          expect(compareCriticality(of.level, of.declared)).toBeLessThan(1);
          expect(compareCriticality(of.level, of.computed)).toBeLessThan(1);
        }
      }),
    );
  });

  it('another link makes nothing less critical', () => {
    fc.assert(
      fc.property(anyGraph, fc.nat(), ({ nodes, links }, drop) => {
        const fewer = links.filter((_, index) => index !== drop % 40);
        const less = effectiveCriticality(nodes, fewer);
        for (const [entityRef, of] of effectiveCriticality(nodes, links)) {
          const before = less.get(entityRef)?.level;
          expect(compareCriticality(of.level, before)).toBeLessThan(1);
        }
      }),
    );
  });

  it('is the same in whatever order the graph is given', () => {
    const shuffled = anyGraph.chain(graph =>
      fc.record({
        graph: fc.constant(graph),
        nodes: fc.shuffledSubarray(graph.nodes, {
          minLength: graph.nodes.length,
        }),
        links: fc.shuffledSubarray(graph.links, {
          minLength: graph.links.length,
        }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ graph, nodes, links }) => {
        expect(effectiveCriticality(nodes, links)).toEqual(
          effectiveCriticality(graph.nodes, graph.links),
        );
      }),
    );
  });

  it('names the functions that reach it and no others', () => {
    fc.assert(
      fc.property(anyGraph, ({ nodes, links }) => {
        const found = effectiveCriticality(nodes, links);
        for (const node of nodes.filter(({ isFunction }) => isFunction)) {
          const expected = reachable(node.entityRef, nodes, links);
          for (const [entityRef, { functions }] of found) {
            expect(functions.includes(node.entityRef)).toBe(
              expected.has(entityRef),
            );
          }
        }
      }),
    );
  });
});

/** By another way than the engine: until nothing changes. */
function reachable(start: string, nodes: GraphNode[], links: Link[]) {
  const found = new Set([start]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    links
      .filter(({ from, to }) => found.has(from) && exists(nodes, to))
      .forEach(({ to }) => found.add(to));
  }
  found.delete(start);
  return found;
}

describe('a payments bank', () => {
  const nodes: GraphNode[] = [
    {
      entityRef: 'resource:default/payments-function',
      declared: 'critical-or-important',
      isFunction: true,
    },
    { entityRef: 'system:default/payments', isFunction: false },
    {
      entityRef: 'component:default/ledger',
      declared: 'important',
      isFunction: false,
    },
    { entityRef: 'resource:default/deploy-ledger', isFunction: false },
    { entityRef: 'resource:default/runners', isFunction: false },
    { entityRef: 'component:default/website', isFunction: false },
  ];
  const links: Link[] = [
    {
      from: 'resource:default/payments-function',
      to: 'system:default/payments',
      relation: 'supported-by',
    },
    {
      from: 'system:default/payments',
      to: 'component:default/ledger',
      relation: 'has-part',
    },
    {
      from: 'component:default/ledger',
      to: 'resource:default/deploy-ledger',
      relation: 'deployed-by',
    },
    {
      from: 'resource:default/deploy-ledger',
      to: 'resource:default/runners',
      relation: 'depends-on',
    },
  ];
  const found = effectiveCriticality(nodes, links);

  it('has critical runners, because of what they can change', () => {
    expect(found.get('resource:default/runners')).toEqual({
      level: 'critical-or-important',
      computed: 'critical-or-important',
      because: [
        { entityRef: 'resource:default/payments-function' },
        { entityRef: 'system:default/payments', relation: 'supported-by' },
        { entityRef: 'component:default/ledger', relation: 'has-part' },
        {
          entityRef: 'resource:default/deploy-ledger',
          relation: 'deployed-by',
        },
        { entityRef: 'resource:default/runners', relation: 'depends-on' },
      ],
      functions: ['resource:default/payments-function'],
    });
  });

  it('finds what was declared below that', () => {
    expect(
      isDeclaredBelowComputed(found.get('component:default/ledger')!),
    ).toBe(true);
    expect(
      isDeclaredBelowComputed(found.get('resource:default/runners')!),
    ).toBe(false);
  });

  it('says nothing of what nobody classified', () => {
    expect(found.get('component:default/website')).toEqual({
      because: [],
      functions: [],
    });
  });
});
