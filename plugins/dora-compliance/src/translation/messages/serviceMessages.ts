/** The scorecard of an asset, on its Compliance tab. */
export const serviceMessages = {
  scoreNotLoaded: 'The two numbers of this asset could not be loaded',
  behind: 'Statuses just changed. The two numbers follow in a few seconds.',
  due: 'Due in the next 30 days',
  dueMeaning:
    'At these times, evidence expires or a period ends. Without newer evidence, the status may become worse.',
  nothingDue: 'Nothing is due.',
  moreDue_one: '{{count, number}} more control is due.',
  moreDue_other: '{{count, number}} more controls are due.',
  assessedAgain: 'Assessed again {{time}}',
  review: 'Review of the record',
  controls: 'Controls by status',
  groupBy: 'Group controls by',
  by: { area: 'Area', layer: 'Layer' },
} as const;
