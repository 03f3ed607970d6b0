import { matchesBranch } from './matchesBranch';

describe('matchesBranch', () => {
  it.each([
    ['main', 'main', true],
    ['main', 'main2', false],
    ['*', 'anything/at all', true],
    ['release/*', 'release/2/hot', true],
    ['release/*', 'release', false],
    ['*-stable', '1-stable', true],
    ['*-stable', '1-stable-2', false],
    ['a*b*c', 'a-b-c', true],
    ['a*b*c', 'acb', false],
    ['a*a', 'a', false],
    ['a*b*b', 'ab', false],
    ['a.c', 'abc', false],
  ])('%s means %s: %s', (pattern, branch, expected) => {
    expect(matchesBranch(pattern, branch)).toBe(expected);
  });
});
