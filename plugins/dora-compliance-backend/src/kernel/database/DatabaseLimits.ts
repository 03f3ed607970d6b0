/** How long somebody waits for the database, in milliseconds. */
export type DatabaseLimits = {
  /** For a connection of the pool; by default as the pool is configured. */
  connection?: number;
  /** For the answer to one statement. */
  statement: number;
};

/**
 * For whoever waits for an answer of ours, a sender or a page. A sender gives
 * up after ten seconds.
 */
export const servedLimits: DatabaseLimits = {
  connection: 1_000,
  statement: 5_000,
};

/** For workers, whose batches are retried. */
export const workLimits: DatabaseLimits = { statement: 30_000 };

/** For statements over whole tables. */
export const upkeepLimits: DatabaseLimits = { statement: 10 * 60_000 };
