import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { productionMessages as english } from '../messages/productionMessages';

export const productionMessages: Translated<typeof english> = {
  title: 'Letzte Änderungen in der Produktion',
  notLoaded:
    'Die letzten Änderungen in der Produktion konnten nicht geladen werden',
  none: 'Keine Quelle hat ein Deployment in die Produktion gemeldet.',
  all: 'Alle {{amount, number}} anzeigen',
  unclassified:
    'Deployments in diese Umgebungen stehen nicht in der Liste, weil niemand gesagt hat, ob sie zur Produktion gehören: {{environments, list(type: conjunction)}}.',
  unknownCommit: 'Unbekannter Commit',
  deployed: 'bereitgestellt in {{environment}}',
  deployedBy:
    'bereitgestellt in {{environment}} durch {{people, list(type: conjunction)}}',
  complete: 'Jeder Schritt vom Commit bis zum Deployment ist bekannt.',
  failedSteps: 'Nicht in Ordnung: {{steps, list(type: conjunction)}}.',
  missingSteps: 'Fehlt: {{steps, list(type: conjunction)}}.',
  chain: 'Vom Commit bis in die Produktion',
  name: 'Deployment {{id}} in die Umgebung {{environment}}',
  open: 'Wie dieses Deployment zustande kam',
  openOf: 'Wie dieses Deployment zustande kam: {{title}}',
  oneNotLoaded: 'Das Deployment konnte nicht geladen werden',
  unknown:
    'Ein Deployment {{id}} in die Umgebung {{environment}} ist nicht bekannt. Deployments in die Produktion werden ab {{time}} gelesen.',
  more_one: '{{count, number}} weiterer Eintrag',
  more_other: '{{count, number}} weitere Einträge',
  withoutChange: 'Dazu ist kein Änderungsantrag bekannt.',
  advice: 'Was zu tun ist: {{advice}}',
  verdicts: 'Was Kontrollen dazu sagen',
  noVerdicts:
    'Keine Kontrolle, die für dieses IKT-Asset gilt, bewertet einzelne Deployments.',
  after: {
    title: 'Danach in der Produktion',
    unreported:
      'Kein Überwachungs- oder Vorfall-Werkzeug hat im gelesenen Zeitraum etwas zu diesem IKT-Asset gemeldet. Was geschah, ist daher nicht bekannt.',
    none: 'Innerhalb einer Stunde wurde kein Alarm ausgelöst und kein Vorfall erkannt.',
    noneYet:
      'Bisher wurde kein Alarm ausgelöst und kein Vorfall erkannt. Sie zählen bis {{time}}.',
    events_one:
      '{{count, number}} Alarm oder Vorfall innerhalb einer Stunde. Das Deployment muss nicht die Ursache sein.',
    events_other:
      '{{count, number}} Alarme und Vorfälle innerhalb einer Stunde. Das Deployment muss nicht die Ursache sein.',
    takenBack: 'Ein späteres Deployment hat dieses {{time}} zurückgenommen.',
    timeTo: {
      detect: 'Erkannt nach {{length}}.',
      respond: 'Angenommen {{length}} später.',
      restore: 'Wiederhergestellt {{length}} nach der Erkennung.',
    },
    kind: { alert: 'Alarm', incident: 'Vorfall' },
    undated: 'Beginn nicht gemeldet',
    acknowledged: 'Angenommen {{time}}.',
    acknowledgedBy: 'Angenommen von {{person}} {{time}}.',
    since: 'nach {{length}}',
    resolved: 'Gelöst {{time}}.',
    open: 'Noch nicht gelöst.',
  },
  step: {
    commits: 'Commits im Deployment',
    change: 'Änderungsantrag',
    review: 'Prüfung durch andere',
    build: 'Build-Lauf',
    artifact: 'Artefakt',
    approval: 'Genehmigung in der Umgebung',
    deployment: 'Bereitstellung',
  },
  state: {
    known: 'Bekannt',
    failed: 'Nicht in Ordnung',
    missing: 'Fehlt',
    none: 'Keine gemeldet',
  },
  evidence_one: '{{count, number}} Nachweis',
  evidence_other: '{{count, number}} Nachweise',
  by: 'von {{person}}',
  decision: {
    approved: 'genehmigt',
    'changes-requested': 'Änderungen verlangt',
    commented: 'kommentiert',
    dismissed: 'verworfen',
    rejected: 'abgelehnt',
  },
  absent: {
    'outside-window':
      'Nicht bewertet: Dieses Deployment liegt weiter zurück, als die Kontrolle zurückblickt.',
    'not-recorded':
      'Nicht bewertet: Das letzte Ergebnis dieser Kontrolle führt dieses Deployment nicht auf.',
  },
};
