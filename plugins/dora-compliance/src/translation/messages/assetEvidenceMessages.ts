/** The evidence about an asset, with filters. */
export const assetEvidenceMessages = {
  title: 'Evidence about this asset',
  some_one: '{{count, number}} piece of evidence is selected.',
  some_other: '{{count, number}} pieces of evidence are selected.',
  showAll: 'Show all evidence about this asset',
  notLoaded: 'The evidence about this asset could not be loaded',
  none: 'No evidence about this asset was recorded yet.',
  noneSuch: 'No evidence matches all filters.',
  all: 'All',
  filter: {
    type: 'Type of evidence',
    source: 'Source',
    level: 'Proof of the sender',
    from: 'Happened on or after',
    to: 'Happened on or before',
  },
  level: {
    unverified: 'sender not verified',
    late: 'received late, not confirmed',
    authenticated: 'sender verified',
    signed: 'signed by its author',
  },
} as const;
