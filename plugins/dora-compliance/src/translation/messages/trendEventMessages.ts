/** What may explain a jump of a trend. */
export const trendEventMessages = {
  title: 'What happened',
  // Words of markers, which have little room.
  word: { controls: 'Controls', gap: 'Gap', risk: 'Risk' },
  several_one: '{{count, number}} event',
  several_other: '{{count, number}} events',
  marker: '{{word}}, {{day}}',
  markerOfDays: '{{word}}, {{from}} to {{to}}',
  onDay: '{{day}}: {{what}}',
  bar: 'Evidence may be missing',
  controls: {
    added_one: 'Control added: {{names}}.',
    added_other: '{{count, number}} controls added: {{names}}.',
    changed_one: 'Control changed: {{names}}.',
    changed_other: '{{count, number}} controls changed: {{names}}.',
    'code-changed_one': 'The code that assesses a control changed: {{names}}.',
    'code-changed_other':
      'The code that assesses {{count, number}} controls changed: {{names}}.',
    removed_one: 'Control removed: {{names}}.',
    removed_other: '{{count, number}} controls removed: {{names}}.',
  },
  more_one: '{{count, number}} more',
  more_other: '{{count, number}} more',
  gap: {
    lasting:
      '{{source}}: evidence may be missing since {{from}}, and still is.',
    day: '{{source}}: evidence of {{from}} may be missing.',
    period: '{{source}}: evidence of {{from}} to {{until}} may be missing.',
  },
  cause: {
    'receiver-down': 'The backend did not run.',
    'source-off': 'The source was off.',
    'collector-silent': 'The source could not be read completely.',
    'deliveries-missed': 'The source did not deliver everything.',
    'deliveries-refused': 'The backend could not store deliveries.',
  },
  targets_one: 'It is about {{count, number}} repository or pipeline.',
  targets_other: 'It is about {{count, number}} repositories and pipelines.',
  closed: 'The gap was closed on {{day}}.',
  closing: '{{source}}: the gap that began on {{from}} was closed.',
  accepted_one: 'The risk of {{count, number}} finding was accepted.',
  accepted_other: 'The risks of {{count, number}} findings were accepted.',
  ended_one: 'The risk of {{count, number}} finding is no longer accepted.',
  ended_other:
    'The risks of {{count, number}} findings are no longer accepted.',
  omitted_one: 'One earlier event is left out.',
  omitted_other: '{{count, number}} earlier events are left out.',
} as const;
