import { collectorDefaults } from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** How much is read from GitLab at a time, and for how long it is there. */
export const gitlabDefaults = {
  /** How old a signed webhook may be, as Standard Webhooks recommends. */
  signatureTolerance: 'PT5M',
  /** How far back each round reads what happened; `collect.lookBack`. */
  lookBack: collectorDefaults.lookBack,
  /** Items per page of a backfill. */
  backfillPageSize: collectorDefaults.backfillPageSize,
  /** Events per page. */
  eventsPageSize: collectorDefaults.pageSize,
  /** Pages of events. GitLab counts at most 10,000, and lists none after them. */
  maxEventPages: 100,
  /** Days of events per query of a backfill, so that there are fewer than that. */
  eventDays: 7,
  /**
   * For how long a group that was read is not read again for another of its projects,
   * in milliseconds: 15 minutes.
   */
  groupRests: 15 * 60_000,
  /** How long GitLab shows what webhooks sent, in milliseconds: seven days. */
  deliveriesKeptFor: 7 * 24 * 3_600_000,
} as const;
