import { readKeys } from './cursor';
import { cutPage } from './cutPage';

const cut = (rows: number[]) => cutPage(rows, 2, row => [String(row), 'key']);

it.each([
  ['no row', [], []],
  ['fewer rows than fit', [1], [1]],
  ['as many rows as fit', [1, 2], [1, 2]],
])('is the last page with %s', (_, rows, shown) => {
  expect(cut(rows)).toEqual({ shown, next: {} });
});

it('has a next page that begins after the last row shown', () => {
  const { shown, next } = cut([1, 2, 3]);
  expect(shown).toEqual([1, 2]);
  expect(readKeys(next.nextCursor!, 2)).toEqual(['2', 'key']);
});
