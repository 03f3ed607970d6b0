import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { partMessages as english } from '../messages/partMessages';

export const partMessages: Translated<typeof english> = {
  title: 'Compliance der IKT-Assets',
  findings: 'mit Feststellungen',
  notAssessed: 'mit nicht bewerteten Kontrollen',
  notScored: 'noch ohne Zahlen',
  reviews: 'nicht überprüft oder Überprüfung überfällig',
  assets: 'IKT-Assets insgesamt',
  figure: '{{number}} {{name}}',
  changes_one:
    '{{count, number}} Status hat sich in den letzten 7 Tagen geändert',
  changes_other:
    '{{count, number}} Status haben sich in den letzten 7 Tagen geändert',
  changesMoreThan:
    'Mehr als {{amount, number}} Status haben sich in den letzten 7 Tagen geändert',
  counted: {
    system: 'Zählt die IKT-Assets dieses Systems, die Sie lesen dürfen.',
    domain:
      'Zählt die IKT-Assets der Systeme dieser Domäne, die Sie lesen dürfen.',
    group:
      'Zählt die IKT-Assets im Eigentum dieser Gruppe und der Gruppen darunter, die Sie lesen dürfen, wie ihre Scorecard.',
    alone:
      'Zählt die IKT-Assets im Eigentum dieser Gruppe selbst, die Sie lesen dürfen. Darunter gibt es mehr als 100 Gruppen: Ihre IKT-Assets zählt die Scorecard mit.',
  },
  nothing: {
    system: 'Dieses System hat keine IKT-Assets, die Sie lesen dürfen.',
    domain:
      'Die Systeme dieser Domäne haben keine IKT-Assets, die Sie lesen dürfen.',
    group:
      'Dieser Gruppe und den Gruppen darunter gehören keine IKT-Assets, die Sie lesen dürfen.',
    alone:
      'Dieser Gruppe selbst gehören keine IKT-Assets, die Sie lesen dürfen.',
  },
  none: 'Diese Domäne hat keine Systeme. Tragen Sie die Domäne in spec.domain der Katalogdatei eines Systems ein, um es ihr zuzuordnen.',
  'too-many':
    'Diese Domäne hat mehr als 100 Systeme, zu viele für eine Liste. Die Karten ihrer Systeme zeigen die Zahlen.',
};
