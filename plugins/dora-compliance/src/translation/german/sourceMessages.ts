import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { sourceMessages as english } from '../messages/sourceMessages';

export const sourceMessages: Translated<typeof english> = {
  title: 'Nachweise',
  list: 'Nachweisquellen',
  name: {
    catalog: 'Katalog',
    people: 'Personen',
  },
  all: 'Alle Nachweisquellen',
  noPermission:
    'Sie benötigen die Berechtigung {{permission}}, um Nachweisquellen zu sehen. Wenn Sie sie für Ihre Arbeit brauchen, wenden Sie sich an die Administration dieses Backstage.',
  noneInstalled: 'Es ist keine Nachweisquelle installiert',
  noneInstalledExplanation:
    'Installieren Sie das Backend-Modul eines CI-Systems, etwa dora-compliance-backend-module-github, und konfigurieren Sie es unter doraCompliance. Starten Sie dann das Backend neu.',
  noCiEvidence: 'Noch kein CI-System hat Nachweise geliefert',
  noCiEvidenceExplanation:
    'Konfigurieren Sie mindestens eine Quelle: Lassen Sie ihr CI-System Webhooks an dieses Backstage senden, oder ergänzen Sie Zugangsdaten, damit es abgerufen wird. Bis dahin haben Kontrollen von Änderungen und Deployments keine Nachweise.',
  unknown: 'Unbekannte Quelle',
  unknownExplanation:
    'In diesem Backstage ist keine Quelle mit der Kennung {{id}} installiert.',
  parts: 'Teile von {{source}}',
  tab: {
    rejected: 'Abgelehnt',
    partial: 'Teilweise',
    gaps: 'Lücken',
    targets: 'Ziele',
    backfills: 'Nacherfassungen',
  },
  tabCount: '{{tab}} ({{amount}})',
  kind: {
    receives: 'sendet Webhooks',
    collects: 'wird abgerufen',
    both: 'sendet Webhooks und wird abgerufen',
    internal: 'wird aus diesem Backstage gelesen',
  },
  documentsOf: 'Dokumente von {{source}}',
  documentsHidden:
    'Die Zahl der Dokumente sehen nur Benutzer, die den ganzen Katalog lesen dürfen. Die anderen Zahlen umfassen die Entitäten, die Sie lesen dürfen.',
  documents: 'Anzahl',
  count: {
    received: 'Eingang',
    rejected: 'Abgelehnt',
    partial: 'Teilweise',
    waiting: 'Wartend',
  },
  lastDay: 'Letzte 24 Stunden',
  inTotal: 'Insgesamt',
  fact: {
    lastReceived: 'Zuletzt eingegangen',
    reconciliation: 'Eingegangene Ereignisse',
    lag: 'Verzögerung',
    openGaps: 'Offene Lücken',
    targets: 'Ziele',
    clockSkew: 'Uhrabweichung',
    heartbeat: 'Letzter Abruf',
    refused: 'Abgelehnte Zustellungen der letzten 24 Stunden',
  },
  never: 'nie',
  hidden: 'nicht angezeigt',
  none: 'keine',
  unknownValue: 'unbekannt',
  notReconciled: 'noch nicht mit der API abgeglichen',
  reconciled: '{{received, number}} von {{expected, number}}',
  reconciledMissed: '{{received}} von {{expected}}, {{missed}}',
  missed: '{{amount, number}} ausgeblieben',
  lagRecorded: '{{length}} bis zur Speicherung',
  lagWaiting: 'das älteste Dokument wartet seit {{length}}',
  targetsTotal: '{{total, number}} insgesamt',
  targetsIncomplete: '{{total}} insgesamt, {{incomplete}}',
  incompleteCount: '{{amount, number}} unvollständig',
  clockBehind: '{{length}} hinter diesem Backend',
  clockAhead: '{{length}} vor diesem Backend',
  noHeartbeat: 'noch keiner',
  incompleteTarget: '{{target}}: {{problem}}',
  incomplete: 'unvollständig',
  refusedCount: '{{amount}}: {{meaning}}',
  noCollector: {
    off: '{{source}} ist ausgeschaltet',
    internal: '{{source}} wird nicht abgerufen',
    internalExplanation: 'Die Daten stammen aus diesem Backstage.',
    eventsOnly: '{{source}} sendet nur Ereignisse',
    eventsOnlyExplanation:
      'Dieses Backend kann die Quelle nicht abrufen. Ereignisse aus einer Zeit, in der das Backend nicht erreichbar war, sind unbekannt.',
    notConfigured: '{{source}} wird nicht abgerufen',
    notConfiguredExplanation:
      'Ereignisse, die die Quelle nicht zustellt, sind unbekannt. Konfigurieren Sie {{settings}} wie in der README des Moduls beschrieben, und starten Sie dann das Backend neu.',
  },
};
