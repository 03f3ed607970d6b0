import type {
  DrillKind,
  ManualEvidenceType,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';

/** Übungen am Anfang eines Titels. */
export const drills: Readonly<Record<DrillKind, string>> = {
  'fall-back': 'Rückfall-Übung',
  restore: 'Wiederherstellungsübung',
  exit: 'Ausstiegsübung',
  'provider-outage': 'Übung zum Ausfall eines Dienstleisters',
  detection: 'Test der Erkennungsregeln',
  'security-test': 'Sicherheitstest',
};

/** Was jemand erfasst, im Nominativ. */
export const manualEvidence: Readonly<Record<ManualEvidenceType, string>> = {
  'access-recertified': 'eine Überprüfung der Zugriffsrechte',
  'backup-completed': 'eine Datensicherung',
  'detection-rules-recorded': 'eine Liste der Erkennungsregeln',
  'drill-completed': 'eine Übung',
  'emergency-declared': 'ein Notfall',
  'environment-baseline':
    'eine Angabe, was eine Umgebung ist und was sie mit anderen teilt',
  'evidence-store-checked': 'eine Prüfung des Nachweisspeichers',
  'framework-reviewed': 'eine Überprüfung des Risikomanagementrahmens',
  'production-access-reviewed':
    'eine Überprüfung des Zugriffs auf die Produktion',
  'provider-assessed': 'eine Bewertung des Dienstleisters',
  'retention-approved': 'ein genehmigter Aufbewahrungsplan',
  'risk-accepted': 'ein akzeptiertes Risiko',
  'risk-assessment-recorded': 'eine Risikobewertung',
};

/** Dasselbe von Übungen. */
export const drillsInSentence: Readonly<Record<DrillKind, string>> = {
  'fall-back': 'eine Übung des Rückfalls',
  restore: 'eine Übung der Wiederherstellung aus einer Datensicherung',
  exit: 'eine Übung des Ausstiegs beim Dienstleister',
  'provider-outage': 'eine Übung zum Ausfall des Dienstleisters',
  detection: 'ein Test der Erkennungsregeln',
  'security-test': 'ein Sicherheitstest',
};
