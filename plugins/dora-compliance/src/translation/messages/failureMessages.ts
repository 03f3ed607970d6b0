/** Why something is not shown, and what to do. */
export const failureMessages = {
  retry: 'Try again',
  noPermission: 'No permission',
  askForPermission:
    'Your account may not read this. If you need it for your work, ask the administrators of this Backstage for permission. ({{message}})',
  notInInventory: 'Not in the inventory',
  notYetInInventory: 'Not in the inventory yet',
  unknownControl: 'Unknown control',
  unknownScope: 'There is no such part of the organization',
  notLoaded: {
    compliance: 'The compliance of this asset could not be loaded',
    inventory: 'The ICT inventory could not be loaded',
    completeness: 'The completeness of the records could not be loaded',
    pipelines:
      'The pipelines that are not in the inventory could not be loaded',
    dependencies: 'The dependencies of this asset could not be loaded',
    record: 'The record of this asset could not be loaded',
    actions: 'The list of actions could not be loaded',
    scorecard: 'The scorecard could not be loaded',
    comparison: 'The scorecards could not be loaded',
    changes: 'The changes of statuses could not be loaded',
    trend: 'The trend could not be loaded',
    changePaths:
      'The pipelines that can change this business function could not be loaded',
    sources: 'The evidence sources could not be loaded',
    rejected: 'The rejected documents could not be loaded',
    partial: 'The partial documents could not be loaded',
    gaps: 'The gaps could not be loaded',
    targets: 'The targets could not be loaded',
    backfills: 'The backfills could not be loaded',
    functionAssets: 'The assets that support this function could not be loaded',
    providerAssets:
      'The assets that depend on this provider could not be loaded',
  },
} as const;
