import { parseLinks } from './parseLinks';

const next = (header: string) => parseLinks(header)?.get('next');

it.each([
  ['<https://x/?page=2>; rel="next"', 'https://x/?page=2'],
  ['<https://x/?page=2>; rel=next', 'https://x/?page=2'],
  ['<https://x/?a=1,2;3>;rel="prev next"', 'https://x/?a=1,2;3'],
  [
    '<https://x/?page=1>; rel="prev", <https://x/?page=3>; rel="next",<https://x/?page=9>; rel="last"',
    'https://x/?page=3',
  ],
  ['<https://x>; title="a"; rel="next"; type="t"', 'https://x'],
  ['<https://x/?page=1>; rel="last"', undefined],
  ['', undefined],
])('%s leads on to %s', (header, address) => {
  expect(parseLinks(header)).toBeDefined();
  expect(next(header)).toBe(address);
});

it.each([
  'nonsense',
  'https://x/?page=2; rel="next"',
  '<https://x/?page=2; rel="next"',
  '<https://x/?page=2>',
  '<https://x/?page=2> rel="next"',
  '<https://x/?page=2>; rel="next',
  '<https://x/?page=2>; rel=',
  '<>; rel="next"',
  '<https://x/ y>; rel="next"',
  '<https://x/?page=2>; rel="next", nonsense',
  '<https://x/?page=1>; rel="prev", https://x/?page=3; rel="next"',
])('%j is not taken for the last page', header => {
  expect(parseLinks(header)).toBeUndefined();
});
