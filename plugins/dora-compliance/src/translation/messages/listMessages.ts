/** Lists that are loaded page by page. */
export const listMessages = {
  loadMore: 'Load more',
  rejected: 'Rejected documents',
  partial: 'Partial documents',
  gaps: 'Gaps',
  targets: 'Targets',
  backfills: 'Backfills',
  functionAssets: 'Assets that support this function',
  functionPipelines: 'Pipelines that can change this business function',
  providerAssets: 'Assets that depend on this provider',
} as const;
