/** Lists that are loaded page by page. */
export const listMessages = {
  loadMore: 'Load more',
  rejected: 'Rejected documents',
  partial: 'Partial documents',
  gaps: 'Gaps',
  targets: 'Targets',
  backfills: 'Backfills',
  functionAssets: 'Assets that support this function',
  providerAssets: 'Assets that depend on this provider',
} as const;
