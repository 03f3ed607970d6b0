import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { complianceMessages as english } from '../messages/complianceMessages';

export const complianceMessages: Translated<typeof english> = {
  title: 'Compliance',
  disclaimer:
    'Ergebnisse sind Anhaltspunkte aus erhobenen Nachweisen zur Verordnung (EU) 2022/2554 (DORA). Sie sind keine Rechtsberatung.',
  noControls:
    'Es sind keine Kontrollen installiert. Bitten Sie die Administration dieses Backstage, ein Backend-Modul mit Kontrollen zu installieren.',
  count: {
    satisfied: '{{amount, number}} erfüllt',
    'not-satisfied': '{{amount, number}} nicht erfüllt',
    'not-assessed': '{{amount, number}} nicht bewertet',
    'risk-accepted': '{{amount, number}} mit akzeptiertem Risiko',
    'not-applicable': '{{amount, number}} nicht anwendbar',
  },
  named: {
    'not-satisfied': 'Nicht erfüllt: {{controls}}',
    'not-assessed': 'Nicht bewertet: {{controls}}',
  },
  lastEvidence: 'Letzter Nachweis gespeichert {{time}}.',
  noEvidence: 'Es wurde noch kein Nachweis gespeichert.',
  pending: 'Neue Nachweise werden bewertet …',
  control: '{{code}} {{title}}',
  allControls: 'Alle Kontrollen',
  who: 'Wer es tun kann',
  when: 'Wann die Feststellung endet',
  prevention: 'Wie es sich vermeiden lässt',
  assessed: 'Bewertet {{time}}.',
  nextAssessment:
    'Nächste Bewertung {{time}}, oder früher, wenn sich die Nachweise ändern.',
  neverAssessed: 'Noch nicht bewertet.',
  thisAsset:
    'Dieses IKT-Asset ist ein Objekt der Art {{kind}} vom Typ {{type}}.',
  thisAssetUntyped:
    'Dieses IKT-Asset ist ein Objekt der Art {{kind}} ohne Typ.',
  members: 'Was bewertet wurde',
  omitted_one:
    '{{count, number}} weiteres Element ist mitgezählt, aber nicht aufgeführt.',
  omitted_other:
    '{{count, number}} weitere Elemente sind mitgezählt, aber nicht aufgeführt.',
  happened: 'Zeit: {{time}}',
  check: '{{question}} {{answer}}',
  answer: { yes: 'Ja', no: 'Nein', none: 'Nicht bewertet' },
  evidence: 'Nachweise',
  evidenceNumbers: 'Nachweise: {{numbers, list(type: unit; style: short)}}',
  withheld:
    'Nachweise über eine Organisation sind hier nicht aufgeführt. Nur wer den ganzen Katalog lesen darf, kann sie öffnen.',
  law: 'Rechtsgrundlage',
  required: 'Gefordert durch {{provisions, list(type: unit; style: short)}}.',
  supported: 'Unterstützt {{provisions, list(type: unit; style: short)}}.',
  provision: '{{act}} Art. {{article}}',
  template: '{{act}} Vorlage {{template}}',
  notCovered: 'Was diese Kontrolle nicht bewertet',
  reads: 'Nachweise, die diese Kontrolle liest',
  origin: {
    seen: 'Quelle: {{source}}. Zuletzt: {{time}}.',
    connected:
      'Mögliche Quelle: {{sources, list(type: disjunction)}}. Für dieses IKT-Asset kam keiner.',
    'not-connected':
      'Mögliche Quelle bei entsprechender Konfiguration: {{sources, list(type: disjunction)}}.',
    'was-connected':
      'Frühere Quelle, nicht mehr dafür konfiguriert: {{source}}. Zuletzt: {{time}}.',
    none: 'Keine installierte Quelle kann sie liefern.',
  },
  parameters: 'Parameter',
  parameter: {
    same: '{{name}}: {{value}}.',
    byLevel:
      '{{name}}: {{critical}} für kritische oder wichtige IKT-Assets (höchste Stufe), {{important}} für wichtige und {{standard}} für Standard-Assets.',
    days_one: '{{count, number}} Tag',
    days_other: '{{count, number}} Tage',
    policy: 'Das ist eine Vorgabe der Organisation, nicht des Gesetzes.',
    law: 'Das folgt aus {{provision}}.',
    override:
      'Die Konfiguration dieses Backstage legt das fest. Vorher: {{critical}}, {{important}} und {{standard}}. Begründung: {{rationale}}',
    approved: 'Genehmigt von {{person}} am {{day}}.',
  },
  crosswalks: 'Andere Rahmenwerke, zur Information',
  crosswalk: '{{framework}}: {{refs, list(type: unit; style: short)}}',
  scope: {
    appliesTo: 'Diese Kontrolle gilt für IKT-Assets, bei denen {{condition}}.',
    is: '{{field}} den Wert {{values, list(type: disjunction)}} hat',
    isNot: '{{field}} nicht den Wert {{values, list(type: disjunction)}} hat',
    isSet: '{{field}} gesetzt ist',
    isNotSet: '{{field}} nicht gesetzt ist',
    matches: '{{field}} auf {{pattern}} passt',
    all: '{{conditions, list(type: conjunction)}}',
    any: '({{conditions, list(type: disjunction)}})',
    not: 'nicht gilt: ({{condition}})',
  },
};
