import { at, deployed } from '../testing/story';
import { findEarliest } from './findEarliest';
import { listIds } from './listIds';

const [late, early] = [deployed(20, 'b'), deployed(10, 'a')];

it('ids of evidence are listed once, in their order', () => {
  expect(listIds([late, undefined, early, late])).toEqual([late.id, early.id]);
});

it('the earliest evidence is found among what may be missing', () => {
  expect(findEarliest([late, undefined, early])).toBe(at(10));
  expect(findEarliest([undefined])).toBeUndefined();
});
