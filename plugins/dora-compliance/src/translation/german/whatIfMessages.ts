import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { whatIfMessages as english } from '../messages/whatIfMessages';

export const whatIfMessages: Translated<typeof english> = {
  title: 'Was wäre, wenn sie sich ändert?',
  intro:
    'Zeigt vorab, wessen Status sich ändern würde. Nichts wird aufgezeichnet, und die installierte Kontrolle bleibt, wie sie ist. Sie müssen den ganzen Katalog lesen dürfen.',
  way: {
    label: 'Was geändert wird',
    parameter: 'Ein Parameter',
    yaml: 'Die Datei',
  },
  parameter: 'Zu ändernder Parameter',
  rationale: 'Grund, in einem Satz',
  approvedBy: 'Genehmigt von',
  approvedOn: 'Genehmigt am',
  forConfig: 'Nötig für die Konfiguration',
  ifLooser: 'Dafür nötig, außer alle Werte sind strenger',
  config: 'Für app-config.yaml, wenn Sie es ändern wollen',
  configLater:
    'Einen anderen Wert erproben und den Grund in einem Satz angeben. Dann steht hier der Block für app-config.yaml.',
  configApproval:
    'Mindestens ein Wert ist nicht strenger als zuvor. Angeben, wer ihn wann genehmigt hat. Dann steht hier der Block für app-config.yaml.',
  copy: 'Block für app-config.yaml kopieren',
  copied: 'Kopiert',
  yaml: 'control.yaml der geänderten Kontrolle',
  yamlHint:
    'Die ganze Datei einfügen. Mit der ID einer anderen oder einer neuen Kontrolle wird sie als diese erprobt.',
  try: 'Erproben',
  stop: 'Anhalten',
  running_one: 'Bisher wurde {{count, number}} IKT-Asset betrachtet…',
  running_other: 'Bisher wurden {{count, number}} IKT-Assets betrachtet…',
  stopped_one: 'Angehalten nach {{count, number}} IKT-Asset.',
  stopped_other: 'Angehalten nach {{count, number}} IKT-Assets.',
  done_one:
    '{{count, number}} IKT-Asset wurde betrachtet. Nichts wurde aufgezeichnet.',
  done_other:
    '{{count, number}} IKT-Assets wurden betrachtet. Nichts wurde aufgezeichnet.',
  nobody: 'Kein Status würde sich ändern.',
  moves: 'Änderungen der Status',
  affected: 'IKT-Assets, deren Status sich ändern würde',
  assets_one: '{{count, number}} IKT-Asset',
  assets_other: '{{count, number}} IKT-Assets',
  more_one: '{{count, number}} weiteres IKT-Asset ist nicht aufgeführt.',
  more_other: '{{count, number}} weitere IKT-Assets sind nicht aufgeführt.',
  failed: 'Die Kontrolle konnte nicht erprobt werden',
  invalid: 'Die Änderung kann nicht verwendet werden',
};
