import { trendEventMessages } from './trendEventMessages';

/** The two numbers over time. */
export const trendMessages = {
  title: 'Trend',
  range: 'Length of the trend',
  ranges: {
    '30d': '30 days',
    '90d': '90 days',
    '1y': '1 year',
    '3y': '3 years',
  },
  chart: 'Coverage and compliance from {{from}} to {{to}}',
  day: 'Day',
  reading:
    '{{day}}: coverage {{coverage}}, compliance {{compliance}}, assets: {{amount, number}}',
  none: 'There is no score of this time. History begins when assets are assessed for the first time.',
  begins: 'History begins on {{day}}.',
  reconstructed:
    'Before {{day}}, scores are reconstructed from the evidence that is known today.',
  outdated:
    'Some reconstructed scores are still those of former controls, or of less evidence than is known today.',
  belonging: {
    then: 'Each day counts the assets that belonged here on that day.',
    now: 'All days count the assets that belong here now.',
    systems:
      'Each day counts the assets that on that day belonged to the systems that this domain has now.',
  },
  values: 'Values as a table',
  from: 'From',
  tick: '{{moment, datetime(month: short; day: numeric; timeZone: UTC)}}',
  month: '{{moment, datetime(year: numeric; month: short; timeZone: UTC)}}',
  event: trendEventMessages,
} as const;
