import type { RecordWords } from '../language/RecordWords';
import { count, day, level } from './words';

const exposures = {
  internet: 'Aus dem Internet erreichbar',
  indirect: 'Indirekt',
  none: 'Keine',
};

export const record: RecordWords = {
  fields: {
    id: { title: 'Eindeutige Kennung', edit: 'spec.dora.id' },
    location: { title: 'Standort', edit: 'spec.dora.location' },
    classification: {
      title: 'Klassifizierung',
      edit: 'spec.dora.classification',
    },
    owner: { title: 'Eigentümer', edit: 'spec.owner' },
    functions: {
      title: 'Unterstützte Unternehmensfunktionen',
      edit: 'spec.dora.functions',
    },
    continuity: { title: 'RTO und RPO', edit: 'spec.dora.continuity' },
    exposure: {
      title: 'Exposition gegenüber externen Netzwerken',
      edit: 'spec.dora.exposure',
    },
    links: {
      title: 'Verbindungen und Abhängigkeiten',
      edit: 'spec.dependsOn oder spec.dora.standalone',
    },
    support: { title: 'Ende des Supports', edit: 'spec.dora.support' },
  },
  column: ({ title, point }) => `${title} ${point}`,
  missing: titles => titles.join(', '),
  values: {
    classification: of =>
      [
        level(of.criticality),
        of.confidentiality && `Vertraulichkeit ${rate(of.confidentiality)}`,
        of.integrity && `Integrität ${rate(of.integrity)}`,
        of.availability && `Verfügbarkeit ${rate(of.availability)}`,
      ]
        .filter(Boolean)
        .join('; '),
    continuity: ({ rto, rpo }) => `RTO: ${rto}, RPO: ${rpo}`,
    exposure: of => [exposures[of.level], of.reason].filter(Boolean).join(': '),
    functions: ({ titles }) => titles.join(', '),
    links: ({ count: n }) =>
      count(n, { one: 'Verbindung', other: 'Verbindungen' }),
    support: of =>
      [
        of.regularEnd && `regulär bis ${day(of.regularEnd)}`,
        of.extendedEnd && `erweitert bis ${day(of.extendedEnd)}`,
        of.customEnd && `individuell bis ${day(of.customEnd)}`,
        of.notApplicable &&
          `nicht anwendbar: ${of.notApplicable}${
            of.until ? ` (bis ${day(of.until)})` : ''
          }`,
      ]
        .filter(Boolean)
        .join(', '),
  },
  noneDeclared: 'Keine, laut Angabe',
  notReadable: 'Angegeben, aber im Katalog für Sie nicht lesbar',
  filters: {
    criticality: {
      'critical-or-important': 'Kritisch oder wichtig',
      important: 'Wichtig',
      standard: 'Standard',
      unclassified: 'Nicht klassifiziert',
    },
    exposure: {
      internet: 'Internet',
      indirect: 'Indirekt',
      none: 'Keine',
      unknown: 'Unbekannt',
    },
    review: { never: 'Nie', due: 'Fällig', overdue: 'Überfällig' },
    finding: {
      'declared-below-computed': 'Angabe niedriger als ermittelt',
      'wrong-value': 'Falscher Wert',
      'out-of-support': 'Support abgelaufen',
    },
    status: {
      'not-satisfied': 'Mit Feststellungen',
      'not-assessed': 'Mit nicht bewerteten Kontrollen',
      'risk-accepted': 'Mit akzeptierten Risiken',
      satisfied: 'Alle Kontrollen erfüllt',
      'not-applicable': 'Keine Kontrolle anwendbar',
      'not-scored': 'Noch keine Zahlen',
    },
  },
  columns: {
    compliance: 'Compliance',
    coverage: 'Abdeckung',
    criticality: 'Effektive Kritikalität',
    entity: 'Entität',
    kind: 'Art',
    lastReview: 'Letzte Überprüfung',
    missing: 'Fehlende Felder',
    'not-applicable': 'Nicht anwendbare Kontrollen',
    'not-assessed': 'Nicht bewertete Kontrollen',
    'not-satisfied': 'Nicht erfüllte Kontrollen',
    problems: 'Ungültige Werte',
    provider: 'Dienstleister',
    reviewDue: 'Überprüfung fällig',
    'risk-accepted': 'Kontrollen mit akzeptiertem Risiko',
    satisfied: 'Erfüllte Kontrollen',
    status: 'Schlechtester Status',
    system: 'System',
    title: 'Titel',
    type: 'Typ',
  },
};

const rates: Readonly<Record<string, string>> = {
  low: 'niedrig',
  medium: 'mittel',
  high: 'hoch',
  'very-high': 'sehr hoch',
};

function rate(text: string): string {
  return Object.hasOwn(rates, text) ? rates[text]! : text;
}
