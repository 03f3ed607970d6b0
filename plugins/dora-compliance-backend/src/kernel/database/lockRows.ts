import type { Knex } from 'knex';
import { isSqlite } from './isSqlite';

/**
 * Locks the rows of a query, so that no other replica processes them; rows
 * locked by others are skipped. SQLite has one writer and needs no lock.
 */
export function lockRows<T extends Knex.QueryBuilder>(knex: Knex, query: T): T {
  return isSqlite(knex) ? query : (query.forUpdate().skipLocked() as T);
}
