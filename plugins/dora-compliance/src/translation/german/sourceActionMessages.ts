import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { sourceActionMessages as english } from '../messages/sourceActionMessages';

export const sourceActionMessages: Translated<typeof english> = {
  failed: 'Die Aktion ist fehlgeschlagen',
  replay: 'Erneut verarbeiten',
  replayDocument: '{{digest}} erneut verarbeiten',
  replayAll: 'Alle erneut verarbeiten',
  replayed: '{{digest}} ist zur erneuten Verarbeitung eingeplant.',
  replayedAll_one:
    '{{count, number}} Dokument ist zur erneuten Verarbeitung eingeplant.',
  replayedAll_other:
    '{{count, number}} Dokumente sind zur erneuten Verarbeitung eingeplant.',
  replayedSoFar_one: 'Bisher ist {{count, number}} Dokument eingeplant.',
  replayedSoFar_other: 'Bisher sind {{count, number}} Dokumente eingeplant.',
  replayProgress: 'Zur erneuten Verarbeitung eingeplante Dokumente',
  progress: '{{done, number}} von {{total, number}}',
  progressSoFar: 'bisher {{done, number}}',
  document: {
    noReason: 'Es wurde kein Grund gespeichert',
    flaws: 'Was nicht gelesen werden konnte',
    received: 'Eingegangen',
    origin: 'Herkunft',
    originAndVerification: '{{origin}}, {{verification}}',
    size: 'Größe',
    bytes_one: '{{count, number}} Byte',
    bytes_other: '{{count, number}} Bytes',
    unknownSize: 'unbekannt',
    digest: 'Digest',
  },
  rejected: {
    none: 'Keine Dokumente wurden abgelehnt',
    noneExplanation:
      'Ein Dokument steht hier, wenn nichts darin gelesen werden konnte. Es ist wie eingegangen gespeichert. Verarbeiten Sie es erneut, nachdem das zuständige Modul korrigiert wurde.',
  },
  partial: {
    none: 'Keine Dokumente wurden nur teilweise gelesen',
    noneExplanation:
      'Ein Dokument steht hier, wenn nur ein Teil davon gelesen werden konnte. Verarbeiten Sie es erneut, nachdem das zuständige Modul korrigiert wurde.',
  },
  gap: {
    none: 'Keine Lücken bekannt',
    noneExplanation:
      'Eine Lücke ist ein Zeitraum, in dem Ereignisse fehlen können: Das Backend war nicht erreichbar, Zustellungen wurden abgelehnt oder blieben aus, oder der Abruf der Quelle ist fehlgeschlagen.',
    cause: {
      'receiver-down': 'Das Backend war außer Betrieb',
      'source-off': 'Die Quelle war aus oder konnte nicht zustellen',
      'collector-silent': 'Der Abruf ist fehlgeschlagen',
      'deliveries-missed': 'Zustellungen blieben aus',
      'deliveries-refused': 'Zustellungen konnten nicht gespeichert werden',
    },
    closedBadge: 'Geschlossen',
    openBadge: 'Nicht abgedeckt',
    ongoingBadge: 'Andauernd',
    began: 'Beginn',
    beganOngoing: '{{time}}, dauert an',
    beganLasted: '{{time}}, Dauer {{length}}',
    affects: 'Betrifft',
    wholeSource: 'die ganze Quelle',
    closed: 'Geschlossen',
    notClosed: 'noch nicht',
  },
  target: {
    none: 'Noch keine Ziele',
    noneExplanation:
      'Ziele sind die Repositorys und Pipelines, die Entitäten des Katalogs in ihren Annotationen nennen. Nennen Sie in der Annotation einer Entität ihr Repository. Das Ziel steht binnen Minuten hier.',
    collectAll: 'Alle jetzt abrufen',
    collect: 'Jetzt abrufen',
    collectTarget: '{{target}} jetzt abrufen',
    nothingToCollect: 'Es gibt keine Ziele, die abgerufen werden können.',
    collecting_one: '{{count, number}} Ziel ist zum Abruf eingeplant.',
    collecting_other: '{{count, number}} Ziele sind zum Abruf eingeplant.',
    backfill: '{{target}} nacherfassen',
    unreadBadge: 'Noch nicht abgerufen',
    completeBadge: 'Vollständig',
    incompleteBadge: 'Unvollständig',
    last: 'Letzter Abruf',
    lastComplete: 'Letzter vollständiger Abruf',
    next: 'Nächster Abruf',
    noneYet: 'noch keiner',
    never: 'nie',
    dueNow: 'jetzt fällig',
    assets: 'IKT-Assets',
    noAssets: 'keine, die Sie lesen dürfen',
    parts_one: '{{count, number}} Teil, vollständig',
    parts_other: '{{count, number}} Teile, alle vollständig',
    partsIncomplete_one:
      '{{count, number}} Teil, {{incomplete, number}} unvollständig',
    partsIncomplete_other:
      '{{count, number}} Teile, {{incomplete, number}} unvollständig',
    part: '{{part}}: {{state}}',
    partComplete: 'vollständig',
    partIncomplete: 'unvollständig',
  },
  backfill: {
    none: 'Noch keine Nacherfassungen',
    noneExplanation:
      'Eine Nacherfassung liest frühere Ereignisse aus der Quelle: solche aus der Zeit, bevor ihr Webhook eingerichtet wurde oder in der das Backend nicht erreichbar war.',
    start: 'Nacherfassung starten',
    days: 'Tage zurück',
    dayRange: '{{least, number}} bis {{most, number}}',
    nothingQueued:
      'Es wurde nichts eingeplant. Es gibt keine Ziele, oder für jedes ist bereits eine Nacherfassung eingeplant oder im Gange.',
    queuedOne:
      'Die Nacherfassung ist eingeplant. Der Reiter „Nacherfassungen“ zeigt ihren Fortschritt.',
    queued_one: '{{count, number}} Nacherfassung ist eingeplant, eine je Ziel.',
    queued_other:
      '{{count, number}} Nacherfassungen sind eingeplant, eine je Ziel.',
    of: 'Nacherfassung von {{target}}',
    state: {
      waiting: 'Wartet',
      running: 'Läuft',
      done: 'Fertig',
      incomplete: 'Unvollständig',
      failed: 'Fehlgeschlagen',
    },
    since: 'Ereignisse seit',
    requested: 'Angefordert',
    continues: 'Wird fortgesetzt',
    ended: 'Beendet',
  },
};
