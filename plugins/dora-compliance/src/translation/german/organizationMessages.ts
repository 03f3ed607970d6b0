import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { organizationMessages as english } from '../messages/organizationMessages';

export const organizationMessages: Translated<typeof english> = {
  title: 'Scorecard',
  whole: 'Gesamte Organisation',
  scope: '{{kind}}: {{name}}',
  kind: {
    group: 'Team',
    system: 'System',
    domain: 'Domäne',
    function: 'Unternehmensfunktion',
    criticality: 'Kritikalität',
    asset: 'IKT-Asset',
  },
  notInCatalog: 'Nicht im Katalog',
  ownerGone:
    'Der Katalog hat diesen Eigentümer nicht. Berichtigen Sie spec.owner in den Katalogdateien dieser IKT-Assets.',
  none: {
    group: 'Ohne Eigentümer',
    system: 'Ohne System',
    function: 'Ohne Unternehmensfunktion',
  },
  extent: {
    organization_one: '{{count, number}} IKT-Asset.',
    organization_other: '{{count, number}} IKT-Assets.',
    system_one: '{{count, number}} IKT-Asset dieses Systems.',
    system_other: '{{count, number}} IKT-Assets dieses Systems.',
    domain_one: '{{count, number}} IKT-Asset der Systeme dieser Domäne.',
    domain_other: '{{count, number}} IKT-Assets der Systeme dieser Domäne.',
    function_one:
      '{{count, number}} IKT-Asset unterstützt diese Unternehmensfunktion, direkt oder über andere IKT-Assets.',
    function_other:
      '{{count, number}} IKT-Assets unterstützen diese Unternehmensfunktion, direkt oder über andere IKT-Assets.',
    criticality_one: '{{count, number}} IKT-Asset dieser Kritikalität.',
    criticality_other: '{{count, number}} IKT-Assets dieser Kritikalität.',
    none: {
      group_one:
        '{{count, number}} IKT-Asset hat keinen Eigentümer. Tragen Sie ihn in spec.owner seiner Katalogdatei ein.',
      group_other:
        '{{count, number}} IKT-Assets haben keinen Eigentümer. Tragen Sie ihn in spec.owner ihrer Katalogdateien ein.',
      system_one:
        '{{count, number}} IKT-Asset gehört zu keinem System. Tragen Sie es in spec.system seiner Katalogdatei ein.',
      system_other:
        '{{count, number}} IKT-Assets gehören zu keinem System. Tragen Sie es in spec.system ihrer Katalogdateien ein.',
      function_one:
        '{{count, number}} IKT-Asset unterstützt keine Unternehmensfunktion, die im Katalog ist.',
      function_other:
        '{{count, number}} IKT-Assets unterstützen keine Unternehmensfunktion, die im Katalog ist.',
    },
  },
  nothing: 'Hier gibt es keine IKT-Assets, die Sie lesen dürfen.',
  partial:
    'Sie dürfen nicht den ganzen Katalog lesen. Die Zahlen dieser Seite werden aus den IKT-Assets berechnet, die Sie lesen dürfen.',
  export: 'Als CSV exportieren',
  exportFailed: 'Die Scorecard konnte nicht exportiert werden',
  month: {
    higher_one:
      '{{count, number}} Prozentpunkt höher als am {{day}} ({{share}}).',
    higher_other:
      '{{count, number}} Prozentpunkte höher als am {{day}} ({{share}}).',
    higherSlightly:
      'Weniger als einen Prozentpunkt höher als am {{day}} ({{share}}).',
    lower_one:
      '{{count, number}} Prozentpunkt niedriger als am {{day}} ({{share}}).',
    lower_other:
      '{{count, number}} Prozentpunkte niedriger als am {{day}} ({{share}}).',
    lowerSlightly:
      'Weniger als einen Prozentpunkt niedriger als am {{day}} ({{share}}).',
    same: 'Gleich wie am {{day}}.',
    began: 'Am {{day}} gab es keinen Wert.',
    ended: 'Jetzt kein Wert. Am {{day}} waren es {{share}}.',
    none: 'Auch am {{day}} gab es keinen Wert.',
    unknown: 'Von vor einem Monat gibt es keinen Wert zum Vergleichen.',
    reconstructed:
      'Der Wert vom {{day}} ist aus den heute bekannten Nachweisen rekonstruiert. Ein Teil des Unterschieds kann daher kommen, dass damals niemand Nachweise gesammelt hat.',
  },
  short: {
    higher: '▲ {{points, number}} in einem Monat',
    lower: '▼ {{points, number}} in einem Monat',
    same: 'unverändert in einem Monat',
  },
  noMonth:
    'Den Vergleich mit dem Stand vor einem Monat gibt es nur für Personen, die den ganzen Katalog lesen dürfen.',
  comparison: 'Teile der Organisation',
  by: {
    group: 'Teams',
    system: 'Systeme',
    function: 'Unternehmensfunktionen',
    criticality: 'Kritikalität',
  },
  explained: {
    group:
      'Jede Zeile zählt, was dem Team selbst gehört. Die Scorecard eines Teams zählt auch, was den Gruppen darunter gehört.',
    system: 'Jedes IKT-Asset gehört zu höchstens einem System.',
    function:
      'Ein IKT-Asset, das mehrere Unternehmensfunktionen unterstützt, zählt bei jeder von ihnen.',
    criticality:
      'Die effektive Kritikalität der IKT-Assets. Kontrollen eines IKT-Assets ohne Klassifizierung zählen wie bei den kritischsten.',
  },
  order: {
    label: 'Reihenfolge',
    name: 'Nach Name',
    findings: 'Die meisten Feststellungen zuerst',
  },
  assets: 'IKT-Assets',
  breakdown: 'Bereiche und Ebenen',
  areas: 'Werte nach Bereich',
  layers: 'Werte nach Ebene',
  area: {
    heading: 'Bereich',
    'risk-identification': 'Erkennung von Risiken',
    'access-and-segregation': 'Zugriff und Funktionstrennung',
    'change-and-integrity': 'Änderungen und Integrität',
    'logging-and-monitoring': 'Protokollierung und Überwachung',
    resilience: 'Resilienz',
  },
  layer: {
    heading: 'Ebene',
    governance: 'Governance und IKT-Risiko',
    'ci-cd': 'CI/CD als reguliertes System',
    'change-management': 'Änderungsmanagement',
    evidence: 'Nachweise',
    production: 'Produktion und Betrieb',
    'cross-cutting': 'Übergreifend',
    other: 'Andere',
  },
  pipeline: 'CI/CD-Pipeline',
};
