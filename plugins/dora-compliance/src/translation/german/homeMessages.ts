import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { homeMessages as english } from '../messages/homeMessages';

export const homeMessages: Translated<typeof english> = {
  actions: {
    title: 'Meine Aufgaben',
    description:
      'Was für Ihre IKT-Assets und die Ihrer Gruppen nicht erfüllt oder nicht bewertet ist, das meiste Risiko für den geringsten Aufwand zuerst',
    summary: '{{actions}}: {{what}}',
  },
  teams: {
    title: 'Compliance meiner Teams',
    description:
      'Abdeckung und Compliance jeder Ihrer Gruppen mit den Gruppen darunter',
    list: 'Meine Teams',
    none: 'Sie sind in keiner Gruppe Mitglied. Die Mitglieder von Gruppen stehen im Katalog.',
    nothing: 'Besitzt keine IKT-Assets, die Sie lesen dürfen.',
    counted: 'Zählt die IKT-Assets jeder Gruppe und der Gruppen darunter.',
    organization: 'Scorecard der Organisation',
    notLoaded: 'Ihre Gruppen konnten nicht geladen werden',
  },
};
