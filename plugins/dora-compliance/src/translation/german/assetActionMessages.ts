import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { assetActionMessages as english } from '../messages/assetActionMessages';

export const assetActionMessages: Translated<typeof english> = {
  title: 'Nächste Schritte',
  order:
    'Zuerst kommt, was mit dem geringsten Aufwand das meiste Risiko beseitigt.',
  nothing:
    'Nichts zu tun: Jede Kontrolle, die für dieses IKT-Asset gilt, ist erfüllt, oder ihr Risiko ist akzeptiert.',
  all_one: '{{count, number}} Aufgabe dieses IKT-Assets',
  all_other: 'Alle {{count, number}} Aufgaben dieses IKT-Assets',
  intro:
    'Was für {{asset}} nicht erfüllt oder nicht bewertet ist. Zuerst kommt, was mit dem geringsten Aufwand das meiste Risiko beseitigt.',
  mine: 'Meine Aufgaben anzeigen',
};
