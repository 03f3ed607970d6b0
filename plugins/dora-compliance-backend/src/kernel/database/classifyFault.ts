import { isUnreachable } from './isUnreachable';

/**
 * What an error that was thrown while rows were stored is about: `data` that
 * can't be stored at any retry; the `server`, which will recover; or unknown.
 */
type FaultKind = 'data' | 'server' | 'unknown';

/**
 * Classes of SQLSTATE about the values: cardinality, data exception, integrity
 * constraint, program limit exceeded, and what a trigger rejects.
 */
const OF_THE_DATA = /^(?:21|22|23|54|P0)[0-9A-Z]{3}$/;

/** Temporary classes: rollback of the transaction, object not available. */
const PASSING = /^(?:25|40|55)[0-9A-Z]{3}$/;

const SQLITE_DATA = /^SQLITE_(?:CONSTRAINT|TOOBIG|MISMATCH|RANGE)/;

const SQLITE_SERVER =
  /^SQLITE_(?:BUSY|LOCKED|IOERR|FULL|CANTOPEN|READONLY|NOMEM|PROTOCOL|INTERRUPT)/;

/** What knex and the drivers throw without a code is not about values. */
const OF_THE_DRIVER = /connection|acquir|transaction|pool|destroyed|abort/i;

/**
 * Classifies an error. An error of our own code about a value has no code, and
 * is the same at every retry.
 */
export function classifyFault(error: unknown): FaultKind {
  const { code } = (error ?? {}) as { code?: unknown };
  if (isUnreachable(error)) {
    return 'server';
  }
  if (typeof code !== 'string') {
    return error instanceof Error && !OF_THE_DRIVER.test(error.message)
      ? 'data'
      : 'unknown';
  }
  if (OF_THE_DATA.test(code) || SQLITE_DATA.test(code)) {
    return 'data';
  }
  return PASSING.test(code) || SQLITE_SERVER.test(code) ? 'server' : 'unknown';
}
