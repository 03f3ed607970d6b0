import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { timelineMessages as english } from '../messages/timelineMessages';

export const timelineMessages: Translated<typeof english> = {
  title: 'Zeitverlauf',
  satisfied: 'Erfüllt in {{length}} von {{total}} ({{share}}).',
  never: 'In {{total}} nie erfüllt.',
  interruptions_one: '{{count, number}} Unterbrechung.',
  interruptions_other: '{{count, number}} Unterbrechungen.',
  none: 'Über diese Zeit ist nichts bekannt: Die Kontrolle wurde noch nicht bewertet.',
  begins: 'Über die Zeit vor {{time}} ist nichts bekannt.',
  cut: 'Änderungen vor {{time}} sind weggelassen.',
  reconstructed:
    'Bis {{time}} ist er für jeden Tag aus den heute bekannten Nachweisen rekonstruiert.',
  period: '{{from}} bis {{to}}: {{length}}',
  now: 'seit {{from}}: {{length}}',
  bar: 'Jeder Status im Zeitverlauf, von {{from}} bis {{to}}',
  deployed_one: '{{count, number}} Deployment in die Produktion währenddessen:',
  deployed_other:
    '{{count, number}} Deployments in die Produktion währenddessen:',
  deployment: '{{deployment}} nach {{environment}}',
  deployedBy: '{{time}} von {{person}}',
  more_one: '{{count, number}} weiteren Zeitraum anzeigen',
  more_other: '{{count, number}} weitere Zeiträume anzeigen',
};
