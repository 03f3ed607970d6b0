import { authenticateToken } from './authenticateToken';
import type { SourceSecret } from './SourceSecret';

it.each(['token', 'password'] as const)('a %s is called so', what => {
  const judge = (given?: string) => authenticateToken(given, ['a', 'b'], what);
  expect(judge('b').outcome).toBe('accepted');
  expect(judge('c')).toEqual({ outcome: 'refused', code: `${what}-invalid` });
  expect(judge()).toEqual({ outcome: 'refused', code: `${what}-missing` });
  expect(judge('')).toEqual({ outcome: 'refused', code: `${what}-missing` });
});

it.each<[string, readonly SourceSecret[], readonly string[] | undefined]>([
  ['everything', ['a'], undefined],
  [
    'its own scope',
    [
      { secret: 'a', scope: ['x'] },
      { secret: 'b', scope: ['y'] },
    ],
    ['x'],
  ],
  [
    'the scopes of each time it is listed',
    [
      { secret: 'a', scope: ['x', 'w'] },
      { secret: 'a', scope: ['v', 'x'] },
    ],
    ['v', 'w', 'x'],
  ],
  [
    'everything when it is listed without a scope, too',
    [{ secret: 'a', scope: ['x'] }, 'a'],
    undefined,
  ],
])('a secret covers %s', (_, secrets, scope) => {
  const judged = authenticateToken('a', secrets);
  expect(judged).toEqual({
    outcome: 'accepted',
    verification: 'authenticated',
    proof: 'secret',
    ...(scope && { scope }),
  });
});
