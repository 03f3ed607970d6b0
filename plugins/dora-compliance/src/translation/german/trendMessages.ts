import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { trendMessages as english } from '../messages/trendMessages';
import { trendEventMessages } from './trendEventMessages';

export const trendMessages: Translated<typeof english> = {
  title: 'Verlauf',
  range: 'Länge des Verlaufs',
  ranges: {
    '30d': '30 Tage',
    '90d': '90 Tage',
    '1y': '1 Jahr',
    '3y': '3 Jahre',
  },
  chart: 'Abdeckung und Compliance vom {{from}} bis zum {{to}}',
  day: 'Tag',
  reading:
    '{{day}}: Abdeckung {{coverage}}, Compliance {{compliance}}, IKT-Assets: {{amount, number}}',
  none: 'Aus dieser Zeit gibt es keine Werte. Die Geschichte beginnt, wenn IKT-Assets zum ersten Mal bewertet werden.',
  begins: 'Die Geschichte beginnt am {{day}}.',
  reconstructed:
    'Vor dem {{day}} sind die Werte aus den heute bekannten Nachweisen rekonstruiert.',
  outdated:
    'Einige rekonstruierte Werte beruhen noch auf früheren Kontrollen oder auf weniger Nachweisen, als heute bekannt sind.',
  belonging: {
    then: 'Jeder Tag zählt die IKT-Assets, die an diesem Tag hierzu gehörten.',
    now: 'Alle Tage zählen die IKT-Assets, die jetzt hierzu gehören.',
    systems:
      'Jeder Tag zählt die IKT-Assets, die an diesem Tag zu den Systemen gehörten, die diese Domäne jetzt hat.',
  },
  values: 'Werte als Tabelle',
  from: 'Ab',
  tick: '{{moment, datetime(month: short; day: numeric; timeZone: UTC)}}',
  month: '{{moment, datetime(year: numeric; month: short; timeZone: UTC)}}',
  event: trendEventMessages,
};
