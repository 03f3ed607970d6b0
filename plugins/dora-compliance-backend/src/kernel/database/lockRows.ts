import type { Knex } from 'knex';
import { isSqlite } from './isSqlite';

/**
 * Makes a query take its rows so that no other replica works on them; rows
 * taken by others are passed over. SQLite has one writer and needs no lock.
 */
export function lockRows<T extends Knex.QueryBuilder>(
  transaction: Knex.Transaction,
  query: T,
): T {
  return isSqlite(transaction) ? query : (query.forUpdate().skipLocked() as T);
}
