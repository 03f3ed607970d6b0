import type { evidenceMessages as english } from '../evidenceMessages';
import type { Translated } from '../flattenMessages';

export const evidenceMessages: Translated<typeof english> = {
  list: 'Nachweise',
  loadFailed: 'Der Nachweis konnte nicht geladen werden',
  badge: {
    unverified: 'Absender nicht verifiziert',
    late: 'Verspätet, nicht bestätigt',
    backfilled: 'Nacherfasst',
  },
  fact: {
    type: 'Art',
    observed: 'Geschehen',
    recorded: 'Gespeichert',
    late: 'Verspätet',
    source: 'Quelle',
    proof: 'Beleg',
    subjects: 'Gegenstände',
    id: 'Nachweiskennung',
    origin: 'Herkunft',
    redacted: 'Geschwärzt',
    digest: 'Digest des Dokuments',
  },
  lateBy: '{{length}} nach dem Geschehen gespeichert',
  sourceAndVerification: '{{source}}, {{verification}}',
  subject: '{{kind}}: {{name}}',
  verification: {
    unverified: 'Absender nicht verifiziert',
    late: 'Absender verifiziert, aber verspätet eingegangen und nicht durch die API bestätigt',
    authenticated: 'Absender verifiziert',
    signed: 'signiert',
  },
  origin: {
    pushed: 'von der Quelle zugestellt',
    fetched: 'aus dem Zustellprotokoll der Quelle gelesen',
    collected: 'nach Zeitplan abgerufen',
    'back-filled': 'aus dem Verlauf der Quelle gelesen (Nacherfassung)',
  },
  proof: {
    none: 'keiner: Der Absender wurde nicht verifiziert',
    'signed-body':
      'Signatur des Inhalts; sie umfasst nicht den Namen des Ereignisses und die Kennung der Zustellung',
    'signed-delivery':
      'Signatur von Inhalt, Kennung der Zustellung und Zeit; sie umfasst keine anderen Header',
    secret:
      'Der Absender kannte das Geheimnis der Quelle; der Inhalt ist nicht signiert',
    read: 'mit Zugangsdaten dieses Backends aus der Quelle gelesen',
  },
  redactions_one:
    '{{count, number}} Wert wurde entfernt, bevor das Dokument gespeichert wurde',
  redactions_other:
    '{{count, number}} Werte wurden entfernt, bevor das Dokument gespeichert wurde',
  redaction: '{{pointer}} ({{rule}})',
  wholeDocument: 'ganzes Dokument',
  raw: {
    show: 'Originaldokument anzeigen',
    hide: 'Originaldokument ausblenden',
    label: 'Originaldokument',
    loadFailed: 'Das Dokument konnte nicht geladen werden',
    download: 'Wie eingegangen herunterladen ({{bytes, number}} Bytes)',
    match: 'Die Bytes stimmen mit dem Digest überein',
    matchDetail: 'Ihr Browser hat den Digest soeben berechnet.',
    mismatch: 'Die Bytes stimmen nicht mit dem Digest überein',
    mismatchDetail:
      'Der Digest der Bytes ist {{digest}}. Verlassen Sie sich nicht auf dieses Dokument, und melden Sie es der Administration dieses Backstage.',
    digest: 'Digest des Dokuments: {{digest}}',
  },
};
