import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { scorecardMessages as english } from '../messages/scorecardMessages';

export const scorecardMessages: Translated<typeof english> = {
  title: 'Scorecard',
  owned: {
    alone_one: '{{count, number}} IKT-Asset im Eigentum dieser Gruppe.',
    alone_other: '{{count, number}} IKT-Assets im Eigentum dieser Gruppe.',
    within_one:
      '{{count, number}} IKT-Asset im Eigentum dieser Gruppe und der Gruppen darunter ({{groups, number}}).',
    within_other:
      '{{count, number}} IKT-Assets im Eigentum dieser Gruppe und der Gruppen darunter ({{groups, number}}).',
  },
  readable: 'IKT-Assets, die Sie nicht lesen dürfen, sind nicht mitgezählt.',
  nothing:
    'Dieser Gruppe und den Gruppen darunter gehören keine IKT-Assets, die Sie lesen dürfen. Tragen Sie die Gruppe in spec.owner der Katalogdatei eines IKT-Assets ein, um es ihr zuzuordnen.',
  coverage: 'Abdeckung',
  coverageMeaning:
    'Kontrollen, die bewertet werden konnten, von allen anwendbaren.',
  compliance: 'Compliance',
  complianceMeaning:
    'Erfüllte Kontrollen von allen bewerteten, nach Schweregrad gewichtet.',
  percent: '{{value, number(style: percent; maximumFractionDigits: 0)}}',
  noPercent: 'Kein Wert',
  formula:
    'Wie die beiden Zahlen berechnet werden (Version {{version, number}})',
  formulaCoverage:
    'Abdeckung: Paare aus IKT-Asset und Kontrolle mit einem Ergebnis (erfüllt, Risiko akzeptiert, nicht erfüllt), geteilt durch alle anwendbaren Paare. Ein Paar, das nicht oder noch nicht bewertet wurde, hat kein Ergebnis.',
  formulaCompliance:
    'Compliance: das Gewicht der erfüllten Paare, geteilt durch das Gewicht aller Paare mit einem Ergebnis. Eine kritische Kontrolle zählt 8, eine hohe 4, eine mittlere 2, eine niedrige 1, nach ihrem Schweregrad bei der Kritikalität des IKT-Assets. Ein IKT-Asset ohne Klassifizierung zählt wie die kritischsten.',
  matrix: 'IKT-Assets und Kontrollen, das größte Risiko zuerst',
  matrixHelp:
    'Die Pfeiltasten bewegen zwischen den Zellen. Die Eingabetaste öffnet eine Kontrolle.',
  asset: 'IKT-Asset',
  cell: '{{asset}}, {{code}} {{title}}: {{status}}',
  legend: 'Legende',
};
