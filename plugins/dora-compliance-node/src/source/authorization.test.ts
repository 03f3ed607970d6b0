import {
  basicAuthorization,
  basicPassword,
  bearerToken,
} from './authorization';

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;

it.each([
  ['Bearer abc', 'abc'],
  [' bearer  abc ', 'abc'],
  ['Bearer ', undefined],
  ['Bearer a b', undefined],
  ['Basic abc', undefined],
  [undefined, undefined],
])('the bearer token of %j is %j', (header, token) => {
  expect(bearerToken(header)).toBe(token);
});

it.each([
  [basic('user:secret'), 'secret'],
  [basic(':secret'), 'secret'],
  [basic('user:a:b'), 'a:b'],
  [basic('user:'), ''],
  [basic('secret'), undefined],
  ['Bearer abc', undefined],
  [undefined, undefined],
])('the password of %j is %j', (header, password) => {
  expect(basicPassword(header)).toBe(password);
});

it('writes what it reads', () => {
  const { authorization } = basicAuthorization('ada', 'p:w ü');
  expect(basicPassword(authorization)).toBe('p:w ü');
});
