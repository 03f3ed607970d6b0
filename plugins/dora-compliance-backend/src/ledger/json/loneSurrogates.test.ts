import fc from 'fast-check';
import { listPlaces, withoutLoneSurrogates } from './loneSurrogates';

const surrogates = fc.string({
  unit: fc.constantFrom('a', '\\', '"', 'u', '\ud83d', '\ude00', '\n'),
});

const wellFormed = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd');
const isWellFormed = (text: string) => wellFormed(text) === text;

it('replaces each half of a pair, and nothing else', () => {
  fc.assert(
    fc.property(surrogates, surrogates, (name, value) => {
      const text = JSON.stringify([value, { [name]: [value] }]);
      const { text: left, places } = withoutLoneSurrogates(text);
      expect(JSON.parse(left)).toEqual([
        wellFormed(value),
        { [wellFormed(name)]: [wellFormed(value)] },
      ]);
      const isWhole = isWellFormed(name) && isWellFormed(value);
      expect(places.length === 0).toBe(isWhole);
      expect(left === text).toBe(isWhole);
    }),
  );
});

it('tells the places', () => {
  const text = String.raw`{"a":["\ud83d","\ud83d\ude00","\\ud83d"],"b/c":{"\udE00":1}}`;
  expect(withoutLoneSurrogates(text)).toEqual({
    text: String.raw`{"a":["\ufffd","\ud83d\ude00","\\ud83d"],"b/c":{"\ufffd":1}}`,
    places: ['/a/0', '/b~1c/\ufffd'],
  });
});

it('lists the first few places', () => {
  expect(listPlaces(['/a', '/b'])).toEqual({ places: '/a, /b' });
  const many = Array.from({ length: 7 }, (_, n) => `/${n}`);
  expect(listPlaces(many)).toEqual({ places: '/0, /1, /2, /3, /4', more: 2 });
});

it('tells as much of long names as of short ones', () => {
  const name = 'n'.repeat(500_000);
  const text = `{"${name}":[${'"\\ud800",'.repeat(50_000)}0]}`;
  const { text: left, places } = withoutLoneSurrogates(text);
  expect(left).not.toContain('\\ud800');
  expect(places.join('').length).toBeLessThan(2_100_000);
  expect(listPlaces(places).places.length).toBeLessThan(10_100);
});

it('counts a thousand places one by one', () => {
  const { places } = withoutLoneSurrogates(
    JSON.stringify(Array(2000).fill('x')).replaceAll('x', '\\ud800'),
  );
  expect(listPlaces(places)).toEqual({
    places: '/0, /1, /2, /3, /4',
    more: 995,
    isLeast: 1,
  });
});
