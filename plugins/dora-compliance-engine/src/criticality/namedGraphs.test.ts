import type {
  Criticality,
  Link,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { effectiveCriticality } from './effectiveCriticality';
import type { GraphNode } from './Graph';

const node = (
  entityRef: string,
  declared?: Criticality,
  isFunction = false,
): GraphNode => ({ entityRef, isFunction, ...(declared && { declared }) });
const link = (
  from: string,
  to: string,
  relation: Link['relation'] = 'depends-on',
): Link => ({ from, to, relation });

/** The same in both orders of its input, and that is what is returned. */
function compute(nodes: GraphNode[], links: Link[], entityRef: string) {
  const found = effectiveCriticality(nodes, links).get(entityRef);
  const reversed = effectiveCriticality(
    [...nodes].reverse(),
    [...links].reverse(),
  );
  expect(reversed.get(entityRef)).toEqual(found);
  return found!;
}

const listPath = ({ because }: ReturnType<typeof compute>) =>
  because.map(step => step.entityRef).join(' > ');

describe('what makes an asset critical', () => {
  it('is a function rather than another asset of the same level', () => {
    const nodes = [
      node('a', 'important'),
      node('z', 'important', true),
      node('x'),
    ];
    const found = compute(nodes, [link('a', 'x'), link('z', 'x')], 'x');
    expect(listPath(found)).toBe('z > x');
  });

  it('is the gravest level rather than a function', () => {
    const nodes = [
      node('a', 'critical-or-important'),
      node('z', 'important', true),
      node('x'),
    ];
    const found = compute(nodes, [link('a', 'x'), link('z', 'x')], 'x');
    expect(listPath(found)).toBe('a > x');
    expect(found.level).toBe('critical-or-important');
  });

  it('is the first by name where several are equally good', () => {
    const nodes = [
      node('b', 'important', true),
      node('a', 'important', true),
      node('x'),
    ];
    const found = compute(nodes, [link('b', 'x'), link('a', 'x')], 'x');
    expect(listPath(found)).toBe('a > x');
    expect(found.functions).toEqual(['a', 'b']);
  });

  it('is found on the shortest path, the first by name', () => {
    const nodes = ['f', 'b', 'a', 'x'].map(one =>
      node(one, one === 'f' ? 'important' : undefined, one === 'f'),
    );
    const short = [link('f', 'b'), link('f', 'a'), link('b', 'x')];
    expect(listPath(compute(nodes, [...short, link('a', 'x')], 'x'))).toBe(
      'f > a > x',
    );
    expect(listPath(compute(nodes, [...short, link('a', 'b')], 'x'))).toBe(
      'f > b > x',
    );
  });

  it('is linked by the first of several relations by name', () => {
    const nodes = [node('a', 'important'), node('x')];
    const links = [link('a', 'x', 'deployed-by'), link('a', 'x', 'depends-on')];
    expect(compute(nodes, links, 'x').because.at(-1)).toEqual({
      entityRef: 'x',
      relation: 'depends-on',
    });
  });

  it('is never the asset itself', () => {
    const found = compute([node('x', 'important')], [link('x', 'x')], 'x');
    expect(found).toEqual({
      level: 'important',
      declared: 'important',
      because: [{ entityRef: 'x' }],
      functions: [],
    });
  });

  it('is no link to or from something unknown', () => {
    const nodes = [node('a', 'important'), node('x')];
    const links = [link('gone', 'x'), link('a', 'gone'), link('a', 'x')];
    expect(listPath(compute(nodes, links, 'x'))).toBe('a > x');
    expect(compute(nodes, links, 'a')).not.toHaveProperty('computed');
  });
});

describe('what is computed for an asset', () => {
  it('is the gravest level of what uses it', () => {
    const nodes = [
      node('a', 'standard'),
      node('b', 'critical-or-important'),
      node('c', 'important'),
      node('d'),
      node('x', 'standard'),
    ];
    const links = ['a', 'b', 'c', 'd'].map(from => link(from, 'x'));
    expect(compute(nodes, links, 'x')).toMatchObject({
      level: 'critical-or-important',
      declared: 'standard',
      computed: 'critical-or-important',
    });
  });

  it('names a function once, however many ways lead from it', () => {
    const nodes = ['f', 'g', 'a', 'b', 'x'].map(one =>
      node(one, undefined, one === 'f' || one === 'g'),
    );
    const links = [
      link('f', 'a'),
      link('f', 'b'),
      link('a', 'x'),
      link('b', 'x'),
      link('x', 'a'),
      link('g', 'x'),
    ];
    expect(compute(nodes, links, 'x').functions).toEqual(['f', 'g']);
    expect(compute(nodes, links, 'a').functions).toEqual(['f', 'g']);
  });

  it('names a function wherever it is among all', () => {
    for (const name of ['a', 'b', 'c']) {
      const nodes = ['a', 'b', 'c', 'x'].map(one =>
        node(one, undefined, one === name),
      );
      const found = compute(nodes, [link(name, 'x')], 'x');
      expect(found.functions).toEqual([name]);
    }
  });

  it('leaves a function out of the functions that it supports', () => {
    const nodes = [node('a', undefined, true), node('b', undefined, true)];
    const links = [link('a', 'b'), link('b', 'a')];
    expect(compute(nodes, links, 'a').functions).toEqual(['b']);
    expect(compute(nodes, links, 'b').functions).toEqual(['a']);
  });
});
