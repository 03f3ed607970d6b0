const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How evidence sources are collected and watched. `collect` and `silence` are
 * the defaults of the settings with these names. What follows them can't be
 * configured; times are in milliseconds.
 */
export const sourceDefaults = {
  collect: {
    frequency: { hours: 6 },
    lookBack: { days: 1 },
    onboarding: { days: 30 },
  },
  silence: { tolerance: { minutes: 5 }, quietAfter: { days: 7 } },
  /** Targets that a replica collects at the same time. */
  targetsAtOnce: 2,
  /** The longest one round, or one attempt at a backfill or a log, takes. */
  attemptTimeout: 20 * MINUTE,
  /** How long a replica keeps what it took: longer than an attempt takes. */
  lease: 30 * MINUTE,
  /** The pause after the first attempt that fails. It doubles each time. */
  firstPause: MINUTE,
  /** A backfill that fails pauses no longer than this... */
  longestPause: HOUR,
  /** ...until it failed this often without progress. Then it pauses longer. */
  manyAttempts: 10,
  pauseAfterMany: DAY,
  /** A delivery log that failed this often is not read again. */
  logAttempts: 6,
  /** Characters of a response in the cache for conditional requests. */
  cachedCharacters: 512 * 1024,
  /** Responses of all sources in this cache. */
  cachedResponses: 20_000,
  /** How long a response is cached that nobody requests again. */
  cachedFor: 14 * DAY,
  /** The interval between heartbeats of a replica. */
  heartbeat: 30_000,
  /** How long a replica that is gone is remembered. */
  replicaKeptFor: DAY,
  /** The oldest gap a backfill can close; tallies are kept as long. */
  oldestGap: 400 * DAY,
} as const;
