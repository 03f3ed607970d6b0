import { collectorDefaults } from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** How much is read from Azure DevOps at a time, and how far back. */
export const azureDevOpsDefaults = {
  /** How far back each round reads what happened; `collect.lookBack`. */
  lookBack: collectorDefaults.lookBack,
  /** Items per page. APIs that take no `$top` return fewer. */
  pageSize: collectorDefaults.pageSize,
  /** Pushes per step of a backfill. Each that is evidence costs one request. */
  pushesPageSize: 50,
  /** Pull requests per step of a backfill. Each costs four more requests. */
  changesPageSize: 10,
  /** Ids per request, so that no address is too long. */
  idsPerRequest: 50,
} as const;
