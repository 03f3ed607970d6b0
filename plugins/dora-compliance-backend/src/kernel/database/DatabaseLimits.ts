/** How long a caller waits for the database, in milliseconds. */
export type DatabaseLimits = {
  /** For a connection of the pool; by default as configured for the pool. */
  connection?: number;
  /** For the response to one statement. */
  statement: number;
};

/**
 * For requests: a sender or a page waits. Senders time out after ten seconds.
 */
export const servedLimits: DatabaseLimits = {
  connection: 1_000,
  statement: 5_000,
};

/** For workers, whose batches are retried. */
export const workLimits: DatabaseLimits = { statement: 30_000 };

/** For statements over whole tables. */
export const upkeepLimits: DatabaseLimits = { statement: 10 * 60_000 };
