/**
 * Classes of SQLSTATE that tell of the server, not of what it was asked:
 * connection, resources, intervention of an operator, failure of the system.
 */
const OF_THE_SERVER = /^(?:08|53|57|58)[0-9A-Z]{3}$/;

/** Codes of Node for connections that fail, e.g. ECONNREFUSED. */
const OF_THE_LINE = /^E[A-Z]{3,}/;

/** What knex and the driver say without any code; knex puts the statement first. */
const WITHOUT_CODE =
  /(?:^| - )(?:Connection terminated|Client has encountered a connection error)|^Knex: Timeout acquiring a connection|timeout exceeded when trying to connect/;

/**
 * A statement took longer than it may, waited for a lock for too long, or
 * needed more than a limit of the server allows (`temp_file_limit`).
 */
const CANCELLED = /^(?:57014|55P03|53400)$/;

/**
 * Whether an error of the database says that it can't be reached or can't
 * work at all, so that trying the same with less is of no use.
 */
export function isUnreachable(error: unknown): boolean {
  const { code, message } = (error ?? {}) as {
    code?: unknown;
    message?: unknown;
  };
  return typeof code === 'string'
    ? OF_THE_SERVER.test(code) || OF_THE_LINE.test(code)
    : WITHOUT_CODE.test(String(message));
}

/** Whether the database works, but cancelled a statement. */
export function isCancelled(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && CANCELLED.test(code);
}
