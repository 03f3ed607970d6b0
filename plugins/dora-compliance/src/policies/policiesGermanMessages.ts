import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { policiesMessages } from './policiesMessages';

/** The page with the policies of the organization in German. */
export const policiesGermanMessages: Translated<typeof policiesMessages> = {
  title: 'Richtlinien',
  intro:
    'Die Richtlinien und Standards der Organisation, und welche Kontrollen ihre Klauseln durchsetzen.',
  notLoaded: 'Die Richtlinien konnten nicht geladen werden',
  none: 'Keine Richtlinie ist angegeben. Richtlinien stehen in app-config.yaml unter doraCompliance.policies.',
  unknown: 'Eine Richtlinie {{id}} gibt es nicht.',
  all: 'Alle Richtlinien',
  version: 'Fassung {{version}}',
  approvedOn: 'Genehmigt am {{day}}',
  approvedBy: 'Genehmigt am {{day}} durch {{by}}',
  reviewedOn: 'Überprüft am {{day}}',
  reviewDue: 'Nächste Überprüfung bis {{day}}',
  overdue: 'Überprüfung überfällig seit {{day}}',
  owner: 'Eigentümer: {{owner}}',
  document: 'Zum Dokument',
  digest: 'Digest des Dokuments',
  enforced:
    '{{enforced, number}} von {{all, number}} Klauseln haben eine Kontrolle.',
  unenforced_one: '{{count, number}} Klausel, die nichts durchsetzt',
  unenforced_other: '{{count, number}} Klauseln, die nichts durchsetzt',
  everyEnforced: 'Jede Klausel hat eine Kontrolle.',
  unenforcedNote:
    'Keine Kontrolle prüft diese Klauseln. Ob sie eingehalten werden, geht aus keinem Nachweis hervor.',
  others: 'Klauseln mit Kontrollen',
  clause: '{{id}}: {{text}}',
  nothing: 'Nichts setzt sie durch',
  notInstalled:
    'Kontrollen, die sie nennt und die nicht zum Regime der Organisation gehören: {{ids, list(type: conjunction)}}.',
  counts: 'IKT-Assets nach Status von {{control}}',
  noCounts:
    'Wer besteht und wer nicht, wird nicht angezeigt: Ihr Konto darf die Werte nicht lesen, oder sie konnten nicht geladen werden.',
};
