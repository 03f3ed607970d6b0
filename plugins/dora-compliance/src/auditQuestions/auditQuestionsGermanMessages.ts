import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { auditQuestionsMessages } from './auditQuestionsMessages';

/** The page with the questions that supervisors and auditors ask, in German. */
export const auditQuestionsGermanMessages: Translated<
  typeof auditQuestionsMessages
> = {
  title: 'Prüfungsfragen',
  intro:
    'Was Aufsicht und Prüfer zu Änderungen an der Produktion fragen, jeweils mit der Antwort aus den heutigen Nachweisen. Wo ein Teil der Antwort fehlt, steht bei der Frage, welcher.',
  all: 'Alle Fragen',
  number: 'Frage {{number, number}}',
  extent: {
    whole: 'Beantwortet',
    part: 'Teilweise beantwortet',
    none: 'Noch nicht beantwortet',
  },
  show: 'Antwort anzeigen',
  showOf: 'Antwort anzeigen: Frage {{number, number}}',
  save: 'Als CSV exportieren',
  saveFailed: 'Die Antwort konnte nicht exportiert werden',
  missingTitle: 'Was fehlt:',
  notAnswered: 'Diese Frage lässt sich noch nicht beantworten.',
  also: 'Siehe auch:',
  question: {
    'critical-pipelines':
      'Welche Pipelines können ändern, wovon eine kritische oder wichtige Funktion abhängt?',
    'alone-to-production':
      'Wer könnte heute allein Code in Produktion bringen?',
    'changes-without-approval':
      'Welchen Produktionsänderungen der letzten 90 Tage fehlte eine unabhängige Freigabe?',
    'emergency-changes':
      'Wann wurde im Notfall eine Sperre umgangen, und wer hat die Änderung danach freigegeben?',
    'artifact-origin':
      'Woher kommt ein Artefakt in Produktion: Commit, Prüfer, Tests, Build, Signatur, Freigabe und Auslieferung?',
    'admins-on-day':
      'Wer hatte an einem bestimmten Tag Administratorrechte oder konnte Regeln umgehen?',
    'access-reviews':
      'Wann wurden die Zugriffsrechte jedes kritischen Systems zuletzt aktualisiert?',
    'not-scanned':
      'Welche kritischen IKT-Assets wurden nicht alle 7 Tage auf Schwachstellen gescannt?',
    'open-exceptions':
      'Welche Ausnahmen sind offen, wer hat das Risiko akzeptiert, und bis wann?',
    'missing-evidence':
      'Welche Nachweise fehlen oder sind veraltet, und ist das Protokoll der Nachweise unverändert?',
    'provider-outage':
      'Was steht still, wenn ein CI-Anbieter 8 Stunden ausfällt, und wann wurde das zuletzt geübt?',
    'asset-records':
      'Wie lautet der Datensatz jedes IKT-Assets mit seinen neun Feldern?',
  },
  answer: {
    'critical-pipelines':
      'Die Pipelines des Inventars, deren effektive Kritikalität „kritisch oder wichtig“ ist: Sie liefern ein IKT-Asset aus, das eine solche Funktion unterstützt, oder geben diese Kritikalität selbst an.',
    'alone-to-production':
      'CHG-03 nennt die Branches, die nicht von allen die Prüfung durch eine zweite Person verlangen, und die Branches, deren Regeln niemand liest.',
    'changes-without-approval':
      'CHG-02 nennt jede Auslieferung in Produktion der letzten 90 Tage mit einer Änderung, die niemand Unabhängiges freigegeben hat, und jede, bei der das nicht bekannt ist.',
    'artifact-origin':
      'CHG-05 nennt die Auslieferungen, deren Kette vom Artefakt zur Änderung unterbrochen oder unbekannt ist. Der Link eines IKT-Assets führt zu den Nachweisen jedes Glieds der Kette.',
    'not-scanned':
      'CHG-07 nennt jede Zeit zwischen zwei erfolgreichen Scans der letzten 90 Tage, die länger als erlaubt ist (7 Tage, wenn Ihre Organisation nichts anderes festgelegt hat), mit ihrer Länge. Ein IKT-Asset ohne gemeldeten Scan steht als nicht bewertet in der Liste.',
    'missing-evidence':
      'Alle Ergebnisse, die nicht bewertet werden konnten, mit den fehlenden oder veralteten Nachweisen. Die Seite der Nachweise zeigt die Lücken jeder Quelle.',
    'provider-outage':
      'Die Pipelines des Inventars. Filtern Sie nach Anbieter: Diese Pipelines stehen still. Jede nennt die Funktionen, die sie ändern kann; die CSV-Datei enthält auch das Wiederherstellungsziel (RTO) zum Vergleich mit dem Ausfall.',
    'asset-records':
      'Alle IKT-Assets des Inventars. Die CSV-Datei enthält die neun Felder jedes Datensatzes und nennt die fehlenden.',
  },
  missing: {
    'critical-pipelines':
      'Pipelines, die nicht im Inventar sind, und solche, für die nicht angegeben ist, was sie ausliefern. Für diese ist es nicht bekannt.',
    'alone-to-production':
      'Die Namen der Personen. Noch liest keine Quelle, wer in Repositorys schreiben und wer Auslieferungen in Umgebungen freigeben darf.',
    'changes-without-approval':
      'Änderungen, die ohne gemeldete Auslieferung in Produktion kamen, und ältere Auslieferungen.',
    'emergency-changes':
      'Aufzeichnungen über Notfalländerungen und ihre spätere Freigabe. Noch liest keine Quelle sie. CHG-03 zeigt, wann die Regeln eines Branches gelockert wurden, und CHG-02, was ohne Freigabe ausgeliefert wurde, aber nicht, ob das ein Notfall war.',
    'artifact-origin':
      'Eine Suche nach dem Digest eines Artefakts und die Prüfung von Signaturen.',
    'admins-on-day':
      'Die Zugriffsrechte von Personen. Noch liest keine Quelle, wer seit wann welches Recht hat. CHG-03 zeigt, dass eine Regel umgangen werden konnte, aber nicht von wem.',
    'access-reviews':
      'Überprüfungen und Aktualisierungen von Zugriffsrechten. Sie lassen sich noch nicht erfassen, und keine Quelle liest sie.',
    'not-scanned':
      'Scans, die keine installierte Quelle meldet. Ob ein Scan das ganze IKT-Asset abdeckt und ob jede Art von Scan stattfand, wird nicht bewertet.',
    'open-exceptions':
      'Akzeptierte Risiken. Sie lassen sich noch nicht erfassen, daher steht kein Ergebnis als akzeptiertes Risiko da. Ausnahmen in anderen Werkzeugen werden nicht gelesen.',
    'missing-evidence':
      'Der Beweis für Außenstehende, dass kein Nachweis verändert wurde. Die Datenbank lehnt Änderungen an Nachweisen ab, aber das Protokoll, das dies anderen beweist, gibt es noch nicht.',
    'provider-outage':
      'Übungen und Ausstiegstests. Sie lassen sich noch nicht erfassen, und keine Quelle liest sie.',
  },
  more: {
    unclassified: 'Pipelines ohne Klassifizierung',
    notListed: 'Pipelines, die nicht im Inventar sind',
    unclassifiedScans: 'Dasselbe für IKT-Assets ohne Klassifizierung',
    sources: 'Lücken der Nachweisquellen',
    onlyPipelines: 'Nur Pipelines',
    withoutPipeline: 'CHG-01: was keine Pipeline ausgeliefert hat',
  },
  extentOf: 'Bezieht sich auf: {{scope}}.',
  assets_one: '{{count, number}} IKT-Asset.',
  assets_other: '{{count, number}} IKT-Assets.',
  counts: 'Ergebnisse dieser Kontrollen: {{counts}}.',
  countsOfOne: 'Ergebnisse dieser Kontrolle: {{counts}}.',
  results: 'Ergebnisse',
  nothing: {
    noAssets: 'Hier gibt es keine IKT-Assets, die Sie lesen dürfen.',
    clean:
      'Kein Ergebnis ist offen: Alle Ergebnisse sind bewertet, und keines hat eine Feststellung.',
    notApplicable:
      'Die Kontrollen gelten für keines dieser IKT-Assets. Hier wird nichts bewertet.',
    others: 'Die offenen Ergebnisse betreffen diese Frage nicht.',
  },
  unlistedUnknown: 'Es kann mehr offen sein, als in dieser Liste steht.',
  unlisted_one: '{{count, number}} weiteres steht nicht in dieser Liste.',
  unlisted_other: '{{count, number}} weitere stehen nicht in dieser Liste.',
  notReadable:
    'Sie dürfen nicht den ganzen Katalog lesen. IKT-Assets, die Sie nicht lesen dürfen, fehlen hier.',
  notLoaded: 'Die Antwort konnte nicht geladen werden',
  link: 'Prüfungsfragen: zwölf Antworten mit CSV',
};
