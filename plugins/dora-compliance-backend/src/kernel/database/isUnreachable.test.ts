import createKnex from 'knex';
import { isCancelled, isUnreachable } from './isUnreachable';

describe('isUnreachable', () => {
  it.each(['08006', '53300', '57P01', '57P03', 'ECONNREFUSED', 'ECONNRESET'])(
    'says so of the code %s',
    code => {
      expect(isUnreachable(Object.assign(new Error('x'), { code }))).toBe(true);
    },
  );

  it.each(['23505', '22021', '40P01', 'SQLITE_CONSTRAINT', undefined])(
    'does not of the code %s',
    code => {
      expect(isUnreachable(Object.assign(new Error('x'), { code }))).toBe(
        false,
      );
    },
  );

  it.each([
    'Connection terminated unexpectedly',
    'select 1 - Connection terminated unexpectedly',
    'ROLLBACK - Client has encountered a connection error and is not queryable',
  ])('says so of "%s"', message => {
    expect(isUnreachable(new Error(message))).toBe(true);
  });

  it('says so of a database that is not there', async () => {
    const knex = createKnex({
      client: 'pg',
      connection: 'postgresql://nobody@127.0.0.1:1/none',
    });
    const error = await knex.raw('SELECT 1').catch((caught: unknown) => caught);
    await knex.destroy();
    expect(isUnreachable(error)).toBe(true);
  });

  it('says so of a database that does not answer', async () => {
    const knex = createKnex({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
      acquireConnectionTimeout: 50,
      pool: { min: 0, max: 1 },
    });
    const holder = await knex.transaction();
    const error = await knex.raw('SELECT 1').catch((caught: unknown) => caught);
    await holder.rollback();
    await knex.destroy();
    expect(isUnreachable(error)).toBe(true);
  });
});

it.each([
  ['57014', true],
  ['55P03', true],
  ['53400', true],
  ['53300', false],
  ['57P01', false],
  [undefined, false],
])('of the code %s it says that a statement was cancelled: %s', (code, is) => {
  expect(isCancelled(Object.assign(new Error('x'), { code }))).toBe(is);
});
