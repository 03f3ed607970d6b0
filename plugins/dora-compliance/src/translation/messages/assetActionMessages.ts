/** What to do next, on the Compliance tab of an asset. */
export const assetActionMessages = {
  title: 'What to do next',
  order: 'What ends the most risk for the least effort comes first.',
  nothing:
    'Nothing to do: every control that applies to this asset is satisfied, or its risk is accepted.',
  all_one: '{{count, number}} action of this asset',
  all_other: 'All {{count, number}} actions of this asset',
  intro:
    'What is not satisfied or not assessed for {{asset}}. What ends the most risk for the least effort comes first.',
  mine: 'Show my actions',
} as const;
