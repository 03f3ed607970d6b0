import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { serviceMessages as english } from '../messages/serviceMessages';

export const serviceMessages: Translated<typeof english> = {
  scoreNotLoaded:
    'Die beiden Zahlen dieses IKT-Assets konnten nicht geladen werden',
  behind:
    'Status haben sich gerade geändert. Die beiden Zahlen folgen in wenigen Sekunden.',
  due: 'Fällig in den nächsten 30 Tagen',
  dueMeaning:
    'Zu diesen Zeitpunkten läuft ein Nachweis ab oder endet ein Zeitraum. Ohne neuere Nachweise kann sich der Status verschlechtern.',
  nothingDue: 'Nichts ist fällig.',
  moreDue_one: '{{count, number}} weitere Kontrolle ist fällig.',
  moreDue_other: '{{count, number}} weitere Kontrollen sind fällig.',
  assessedAgain: 'Nächste Bewertung {{time}}',
  review: 'Überprüfung des Datensatzes',
  controls: 'Kontrollen nach Status',
  groupBy: 'Kontrollen gruppieren nach',
  by: { area: 'Bereich', layer: 'Ebene' },
};
