/** The status of one control for one asset over time. */
export const timelineMessages = {
  title: 'Time line',
  satisfied: 'Satisfied for {{length}} of {{total}} ({{share}}).',
  never: 'Never satisfied in {{total}}.',
  interruptions_one: '{{count, number}} interruption.',
  interruptions_other: '{{count, number}} interruptions.',
  none: 'Nothing is known of this time: the control was not assessed yet.',
  begins: 'Nothing is known of the time before {{time}}.',
  cut: 'Changes before {{time}} are left out.',
  reconstructed:
    'Until {{time}} it is reconstructed for each day from the evidence that is known today.',
  period: '{{from}} to {{to}}: {{length}}',
  now: 'since {{from}}: {{length}}',
  bar: 'Each status over time, from {{from}} to {{to}}',
  deployed_one: '{{count, number}} deployment to production meanwhile:',
  deployed_other: '{{count, number}} deployments to production meanwhile:',
  deployment: '{{deployment}} to {{environment}}',
  deployedBy: '{{time}} by {{person}}',
  more_one: 'Show {{count, number}} more period',
  more_other: 'Show {{count, number}} more periods',
} as const;
