import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { actionMessages as english } from '../messages/actionMessages';

export const actionMessages: Translated<typeof english> = {
  title: 'Meine Aufgaben',
  list: 'Aufgaben',
  intro:
    'Was für die IKT-Assets, die Ihnen und Ihren Gruppen gehören, nicht erfüllt oder nicht bewertet ist. Zuerst kommt, was mit dem geringsten Aufwand das meiste Risiko beseitigt.',
  introGroup:
    'Was für die IKT-Assets im Eigentum von {{group}} und der Gruppen darunter nicht erfüllt oder nicht bewertet ist. Zuerst kommt, was mit dem geringsten Aufwand das meiste Risiko beseitigt.',
  count_one: '{{count, number}} Aufgabe',
  count_other: '{{count, number}} Aufgaben',
  status: 'Status',
  group: 'Eigentum',
  mine: 'Ich und meine Gruppen',
  all: 'Alle',
  notSatisfied: 'Nicht erfüllt ({{amount, number}})',
  notAssessed: 'Nicht bewertet ({{amount, number}})',
  severity: {
    critical: 'Schweregrad kritisch',
    high: 'Schweregrad hoch',
    medium: 'Schweregrad mittel',
    low: 'Schweregrad niedrig',
  },
  effort: {
    minutes: 'dauert Minuten',
    hours: 'dauert Stunden',
    days: 'dauert Tage',
    weeks: 'dauert Wochen',
  },
  effortNote: 'Der Aufwand ist geschätzt.',
  since: '(seit {{time}})',
  what: 'Was zu tun ist:',
  control: '{{code}} {{title}}',
  nothing: 'Es gibt nichts zu tun',
  nothingExplanation:
    'Jede Kontrolle, die für die IKT-Assets im Eigentum von Ihnen und Ihren Gruppen gilt, ist erfüllt.',
  noAssets:
    'Ihnen und Ihren Gruppen gehören keine IKT-Assets, die Sie lesen dürfen',
  noAssetsExplanation:
    'Ein IKT-Asset gehört der Gruppe oder Person, die in seiner Katalogdatei unter spec.owner steht.',
  noneOfStatus: 'Keine Aufgabe hat diesen Status.',
  pending:
    'Kontrollen werden zum ersten Mal bewertet. Was zu tun ist, steht hier, sobald es bekannt ist.',
  nothingToDo: 'Nichts zu tun',
  noAssetsOfGroup: 'Hier gibt es keine IKT-Assets, die Sie lesen dürfen',
  first: 'Was zuerst zu tun ist',
  nothingOfGroup: 'Jede Kontrolle, die für diese IKT-Assets gilt, ist erfüllt.',
  allOfGroup_one: 'Die Aufgabe dieses Teams',
  allOfGroup_other: 'Alle {{count, number}} Aufgaben dieses Teams',
  more: 'Alle Aufgaben',
};
