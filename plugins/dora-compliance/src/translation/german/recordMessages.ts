import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { recordMessages as english } from '../messages/recordMessages';

export const recordMessages: Translated<typeof english> = {
  title: 'IKT-Asset',
  complete: 'Der Datensatz ist vollständig',
  missing_one: '{{count, number}} von {{total, number}} Feldern fehlt',
  missing_other: '{{count, number}} von {{total, number}} Feldern fehlen',
  law: 'Felder nach Art. 4 Abs. 2 Buchst. b RTS 2024/1774.',
  edit: 'Entität bearbeiten ↗',
  add: 'Fehlt. Ergänzen: {{path}}',
  continuity: 'RTO: {{rto}}, RPO: {{rpo}}',
  problems_one: '{{count, number}} Wert ist nicht lesbar',
  problems_other: '{{count, number}} Werte sind nicht lesbar',
  field: {
    id: 'Eindeutige Kennung',
    location: 'Standort',
    classification: 'Klassifizierung',
    owner: 'Eigentümer',
    functions: 'Unterstützte Unternehmensfunktionen',
    continuity: 'RTO und RPO',
    exposure: 'Exposition gegenüber externen Netzwerken',
    links: 'Verbindungen und Abhängigkeiten',
    support: 'Ende des Supports',
  },
  unclassified:
    'Weder dieses IKT-Asset noch etwas, das es nutzt, ist klassifiziert. Ergänzen Sie in der Entität spec.dora.classification, oder nennen Sie in spec.dora.functions die Unternehmensfunktionen, die es unterstützt.',
  ownCriticality: 'Das IKT-Asset selbst gibt diese Kritikalität an.',
  declaredTooLow: 'Die angegebene Kritikalität ist zu niedrig',
  declaredTooLowExplanation:
    'Angegeben: {{declared}}. Geerbt von dem, was das IKT-Asset nutzt: {{computed}}. Es gilt die geerbte Kritikalität. Korrigieren Sie spec.dora.classification.criticality oder die Verbindungen der Entitäten, die das IKT-Asset nutzen.',
  deploys: 'Was diese Pipeline bereitstellen kann',
  deploysNothing:
    'Kein bekanntes IKT-Asset. Nennen Sie in spec.dora.pipeline.deploys, was sie bereitstellt.',
  ownedBy: 'Eigentümer: {{owner}}',
  unowned: 'ohne Eigentümer, den Sie lesen dürfen',
  review: {
    open: 'Datensatz überprüfen',
    overdue: 'Überprüfung überfällig {{since}}',
    last: 'Zuletzt überprüft am {{day}}.',
    lastBy: 'Zuletzt überprüft am {{day}} von {{reviewer}}.',
    next: 'Nächste Überprüfung {{due}}.',
    title: '{{title}} überprüfen',
    record: 'Datensatz von {{title}}',
    statement:
      'Mit der Bestätigung erklären Sie unter Ihrem Namen und mit dem heutigen Datum, dass dieser Datensatz zutrifft:',
    note: 'Anmerkung',
    optional: 'optional',
    cancel: 'Abbrechen',
    confirm: 'Überprüfung bestätigen',
    scroll:
      'Der Datensatz geht unten weiter. Scrollen Sie zum Ende, um ihn zu bestätigen.',
    changed: 'Der Datensatz hat sich geändert, seit Sie ihn geöffnet haben',
    changedExplanation:
      'Ihre Überprüfung wurde nicht gespeichert. Unten steht der aktuelle Datensatz. Lesen Sie ihn, bevor Sie ihn bestätigen.',
    failed: 'Die Überprüfung wurde nicht gespeichert',
  },
};
