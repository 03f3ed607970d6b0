/**
 * Classes of SQLSTATE about the server, not about the statement: connection,
 * resources, operator intervention, system error.
 */
const OF_THE_SERVER = /^(?:08|53|57|58)[0-9A-Z]{3}$/;

/** Codes of Node for connections that fail, e.g. ECONNREFUSED. */
const OF_THE_LINE = /^E[A-Z]{3,}/;

/** What knex and the driver say without any code; knex puts the statement first. */
const WITHOUT_CODE =
  /(?:^| - )(?:Connection terminated|Client has encountered a connection error)|^Knex: Timeout acquiring a connection|timeout exceeded when trying to connect/;

/**
 * A statement exceeded its timeout, waited too long for a lock, or needed more
 * than the server allows (`temp_file_limit`).
 */
const CANCELLED = /^(?:57014|55P03|53400)$/;

/**
 * Whether a database error says that the database can't be reached or can't
 * work at all, so that a smaller batch would fail as well.
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

/** Whether the database works, but canceled a statement. */
export function isCancelled(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' && CANCELLED.test(code);
}
