/**
 * What collectors of CI systems have in common unless one has a reason to
 * differ, which the defaults of its own package name. Times in milliseconds.
 *
 * @public
 */
export const collectorDefaults = {
  /**
   * How far back each round reads what happened, as an ISO 8601 duration.
   * Longer than the time between rounds, so that a round reads what the ones
   * before it could not.
   */
  lookBack: 'P3D',
  /** Items per page of a list: the most that GitHub and GitLab allow. */
  pageSize: 100,
  /**
   * Items per step of a backfill that sends further requests for each item. A
   * step is stored as a whole, so a restart repeats at most this many.
   */
  backfillPageSize: 20,
  /** Pages of one list. A longer list is reported as incomplete. */
  maxPages: 100,
  /** Until a whole response must have arrived. */
  timeout: 20_000,
  /** Bytes of one response: 16 MiB. A larger one is reported as a problem. */
  maxBytes: 16 * 1024 * 1024,
} as const;
