import { collectorDefaults } from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** How much is read from GitHub at a time, and for how long it is there. */
export const githubDefaults = {
  /** How far back each round reads changes; `collect.changesWithin`. */
  changesWithin: collectorDefaults.lookBack,
  /** Items per page of a round. */
  pageSize: collectorDefaults.pageSize,
  /** Items per page of a backfill. */
  backfillPageSize: collectorDefaults.backfillPageSize,
  /** Runs per page of a backfill. A larger page is too large for the cache. */
  runsPageSize: 30,
  /** Pages of one list. A longer list is reported as incomplete. */
  maxPages: 200,
  /** GitHub lists at most this many runs for one query. */
  maxRunsListed: 1000,
  /** GitHub lists at most this many entries of one folder. */
  maxEntriesListed: 1000,
  /** The longest a run takes, including the time it waits for approvals. */
  longestRun: 'P35D',
  /** Deliveries that are read from a log and stored together. */
  deliveriesAtOnce: 25,
  /**
   * How long GitHub keeps deliveries, in milliseconds: three days, minus one
   * hour so that none is expected that has just been removed.
   */
  deliveriesKeptFor: 71 * 3_600_000,
  /**
   * For how long an organization that was read is not read again for another of its
   * repositories, in milliseconds: 15 minutes.
   */
  organizationRests: 15 * 60_000,
  /** How far the clocks may differ, in milliseconds: 5 minutes. */
  clockTolerance: 5 * 60_000,
} as const;
