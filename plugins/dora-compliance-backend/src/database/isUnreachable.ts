/**
 * Classes of SQLSTATE that tell of the server, not of what it was asked:
 * connection, resources, intervention of an operator, failure of the system.
 */
const OF_THE_SERVER = /^(?:08|53|57|58)[0-9A-Z]{3}$/;

/** Codes of Node for connections that fail, e.g. ECONNREFUSED. */
const OF_THE_LINE = /^E[A-Z]{3,}/;

/** What knex and the driver say without any code. */
const WITHOUT_CODE =
  /^Connection terminated|^Knex: Timeout acquiring a connection|timeout exceeded when trying to connect/;

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
