import { classifyFault } from './classifyFault';

const failing = (code?: string, message = 'x') =>
  Object.assign(new Error(message), code && { code });

it.each([
  ...['22021', '22P02', '22008', '23502', '23505', '54000', 'P0001'],
  ...['SQLITE_CONSTRAINT_NOTNULL', 'SQLITE_TOOBIG', 'SQLITE_MISMATCH'],
])('%s is about the values', code => {
  expect(classifyFault(failing(code))).toBe('data');
});

it.each([
  ...['08006', '53100', '57P01', '40P01', '40001', '55P03', '25006'],
  ...['ECONNRESET', 'SQLITE_BUSY', 'SQLITE_FULL', 'SQLITE_IOERR_WRITE'],
])('%s passes', code => {
  expect(classifyFault(failing(code))).toBe('server');
});

it.each(['42P01', '42703', 'SQLITE_ERROR', 'XX000'])(
  'of %s nobody knows',
  code => {
    expect(classifyFault(failing(code))).toBe('unknown');
  },
);

it('what is thrown about a value is about the values', () => {
  expect(classifyFault(new TypeError('a repository needs a digest'))).toBe(
    'data',
  );
});

it.each([
  'Connection terminated unexpectedly',
  'Knex: Timeout acquiring a connection.',
])('"%s" passes', message => {
  expect(classifyFault(failing(undefined, message))).toBe('server');
});

it.each([
  'The database connection is not open',
  'Transaction query already complete',
  'Unable to acquire a connection',
])('of "%s" nobody knows', message => {
  expect(classifyFault(failing(undefined, message))).toBe('unknown');
});
