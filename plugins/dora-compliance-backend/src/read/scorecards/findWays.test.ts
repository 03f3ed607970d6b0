import { findWays, type NamedLink } from './findWays';

const named = (entityRef: string) => ({ entityRef, title: `The ${entityRef}` });
const link = (
  from: string,
  to: string,
  relation: NamedLink['relation'] = 'depends-on',
): NamedLink => ({ from: named(from), to: named(to), relation });

const describeWay = (to: string, links: readonly NamedLink[]) =>
  findWays('f', links)
    .get(to)
    ?.map(({ entityRef, relation }) => `${relation ?? ''} ${entityRef}`.trim());

it('is a shortest one, and the first of several', () => {
  const links = [
    link('f', 'a', 'supported-by'),
    link('f', 'b', 'supported-by'),
    link('a', 'c', 'has-part'),
    link('b', 'c'),
    link('c', 'd', 'deployed-by'),
    link('b', 'd'),
  ];
  expect(describeWay('c', links)).toEqual([
    'f',
    'supported-by a',
    'has-part c',
  ]);
  expect(describeWay('d', links)).toEqual([
    'f',
    'supported-by b',
    'depends-on d',
  ]);
});

it('ends in a circle, and is none to what is not reached', () => {
  const links = [
    link('f', 'a'),
    link('a', 'b'),
    link('b', 'a'),
    link('x', 'y'),
  ];
  expect(describeWay('b', links)).toEqual([
    'f',
    'depends-on a',
    'depends-on b',
  ]);
  expect(describeWay('y', links)).toBeUndefined();
  expect(findWays('f', []).size).toBe(0);
});

it('has titles, and at most twelve steps', () => {
  const chain = Array.from({ length: 20 }, (_, at) =>
    link(at === 0 ? 'f' : String(at), String(at + 1)),
  );
  const ways = findWays('f', chain);
  expect(ways.get('1')).toEqual([
    { entityRef: 'f', title: 'The f' },
    { entityRef: '1', title: 'The 1', relation: 'depends-on' },
  ]);
  expect(ways.get('11')).toHaveLength(12);
  expect(ways.has('12')).toBe(false);
});
