import { authenticateToken } from './authenticateToken';

it.each(['token', 'password'] as const)('a %s is called so', what => {
  const judge = (given?: string) => authenticateToken(given, ['a', 'b'], what);
  expect(judge('b').outcome).toBe('accepted');
  expect(judge('c')).toEqual({ outcome: 'refused', code: `${what}-invalid` });
  expect(judge()).toEqual({ outcome: 'refused', code: `${what}-missing` });
  expect(judge('')).toEqual({ outcome: 'refused', code: `${what}-missing` });
});
