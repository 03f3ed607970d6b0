import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { assetEvidenceMessages as english } from '../messages/assetEvidenceMessages';

export const assetEvidenceMessages: Translated<typeof english> = {
  title: 'Nachweise zu diesem IKT-Asset',
  some_one: '{{count, number}} Nachweis ist ausgewählt.',
  some_other: '{{count, number}} Nachweise sind ausgewählt.',
  showAll: 'Alle Nachweise zu diesem IKT-Asset anzeigen',
  notLoaded: 'Die Nachweise zu diesem IKT-Asset konnten nicht geladen werden',
  none: 'Zu diesem IKT-Asset wurde noch kein Nachweis erfasst.',
  noneSuch: 'Kein Nachweis entspricht allen Filtern.',
  all: 'Alle',
  filter: {
    type: 'Art des Nachweises',
    source: 'Quelle',
    level: 'Echtheit des Absenders',
    from: 'Geschehen am oder nach dem',
    to: 'Geschehen am oder vor dem',
  },
  level: {
    unverified: 'Absender nicht geprüft',
    late: 'verspätet eingegangen, nicht bestätigt',
    authenticated: 'Absender geprüft',
    signed: 'vom Verfasser signiert',
  },
};
