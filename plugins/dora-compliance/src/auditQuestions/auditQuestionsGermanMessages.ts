import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { auditQuestionsMessages } from './auditQuestionsMessages';

/** The page with the questions that supervisors and auditors ask, in German. */
export const auditQuestionsGermanMessages: Translated<
  typeof auditQuestionsMessages
> = {
  title: 'Prüfungsfragen',
  intro:
    'Was Aufsicht und Prüfer zu Änderungen an der Produktion fragen, jeweils mit der Antwort aus den heutigen Nachweisen. Wo ein Teil der Antwort fehlt, steht bei der Frage, welcher.',
  questions: 'Zwölf Fragen',
  all: 'Alle Fragen',
  number: 'Frage {{number, number}}',
  extent: {
    whole: 'Beantwortet',
    part: 'Teilweise beantwortet',
  },
  show: 'Antwort anzeigen',
  showOf: 'Antwort anzeigen: Frage {{number, number}}',
  save: 'Als CSV exportieren',
  saveFailed: 'Die Antwort konnte nicht exportiert werden',
  missingTitle: 'Was fehlt:',
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
      'CHG-03 nennt die Branches, die nicht von allen die Prüfung durch eine zweite Person verlangen. CIC-05 nennt die Konten, die Code ändern, seine Prüfung auslassen und ihn freigeben können, und die dauerhaften Ausnahmen von den Regeln. Wo niemand die Regeln oder die Rechte liest, sind beide nicht bewertet.',
    'changes-without-approval':
      'CHG-02 nennt jede Auslieferung in Produktion der letzten 90 Tage mit einer Änderung, die niemand Unabhängiges freigegeben hat, und jede, bei der das nicht bekannt ist.',
    'emergency-changes':
      'CHG-10 nennt die Auslieferungen, die ohne unabhängige Freigabe und ohne erklärten Notfall in Produktion kamen, und die Notfälle, über die niemand alarmiert wurde oder die keine andere Person rechtzeitig geprüft hat.',
    'artifact-origin':
      'CHG-05 nennt die Auslieferungen, deren Kette vom Artefakt zur Änderung unterbrochen oder unbekannt ist, CHG-09 die, deren signierter Herkunftsnachweis nicht geprüft wurde. Der Link eines IKT-Assets führt zu den Nachweisen jedes Glieds der Kette.',
    'admins-on-day':
      'CIC-05 nennt die Konten, die Rechte zum Ändern, Freigeben und Ausliefern vereinen, zu viele Administratoren, und wer die Regeln eines Branches umgehen darf. CIC-03 nennt Konten mit Zugriff, aber ohne zweiten Faktor.',
    'access-reviews':
      'CIC-04 nennt die kritischen Systeme, deren Zugriffsrechte niemand rechtzeitig überprüft hat (6 Monate, wenn Ihre Organisation nichts anderes festgelegt hat), und die Konten von Personen, die gegangen sind.',
    'not-scanned':
      'CHG-07 nennt jede Zeit zwischen zwei erfolgreichen Scans der letzten 90 Tage, die länger als erlaubt ist (7 Tage, wenn Ihre Organisation nichts anderes festgelegt hat), mit ihrer Länge. Ein IKT-Asset ohne gemeldeten Scan steht als nicht bewertet in der Liste.',
    'open-exceptions':
      'Alle Ergebnisse, die ein akzeptiertes Risiko sind. Der Link führt dazu, wer es akzeptiert und wer das bestätigt hat, welche Maßnahme das Risiko verringert, und bis wann es gilt.',
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
      'Rechte, die aus einem Team oder aus dem Eigentum an einer Organisation folgen: Die Hosts sagen nicht, wen sie erreichen. CIC-05 ist dort nicht bewertet.',
    'changes-without-approval':
      'Änderungen, die ohne gemeldete Auslieferung in Produktion kamen, und ältere Auslieferungen.',
    'emergency-changes':
      'Notfälle, die rechtzeitig alarmiert und geprüft wurden, stehen auf der Seite von CHG-10 für jedes IKT-Asset, nicht in dieser Liste.',
    'artifact-origin':
      'Eine Suche nach dem Digest eines Artefakts. Signaturen prüfen Ihre Pipelines, die das Ergebnis melden.',
    'admins-on-day':
      'Die Rechte des bestimmten Tages: Die Liste ist von heute. Für einen vergangenen Tag fragen Sie die API nach der Kontrolle mit asOf.',
    'access-reviews':
      'Rechtzeitige Überprüfungen stehen auf der Seite von CIC-04 für jedes IKT-Asset, nicht in dieser Liste.',
    'not-scanned':
      'Scans, die keine installierte Quelle meldet. Ob ein Scan das ganze IKT-Asset abdeckt und ob jede Art von Scan stattfand, wird nicht bewertet.',
    'open-exceptions':
      'Ausnahmen in anderen Werkzeugen, die nicht gelesen werden.',
    'missing-evidence':
      'Der Beweis für Außenstehende, dass kein Nachweis verändert wurde. Die Datenbank lehnt Änderungen an Nachweisen ab, aber das Protokoll, das dies anderen beweist, gibt es noch nicht.',
    'provider-outage':
      'Übungen, die erfolgreich und rechtzeitig waren, stehen auf der Seite von PRD-04 für jedes IKT-Asset, nicht in diesen Listen.',
  },
  more: {
    unclassified: 'Pipelines ohne Klassifizierung',
    notListed: 'Pipelines, die nicht im Inventar sind',
    unclassifiedScans: 'Dasselbe für IKT-Assets ohne Klassifizierung',
    sources: 'Lücken der Nachweisquellen',
    onlyPipelines: 'Nur Pipelines',
    withoutPipeline: 'CHG-01: was keine Pipeline ausgeliefert hat',
    unclassifiedReviews: 'Dasselbe für IKT-Assets ohne Klassifizierung',
    unboundedExceptions: 'GOV-05: Risikoakzeptanzen, die nicht in Ordnung sind',
    evidenceStore:
      'EVD-02 und EVD-04: der Speicher der Nachweise und seine Kollektoren',
    drills: 'PRD-04: was nicht geübt wurde',
    exitPlans: 'GOV-07: Verträge und Ausstiegspläne, die nicht in Ordnung sind',
  },
  weaknesses: 'Häufige Schwächen',
  aboutWeaknesses:
    'Was Überprüfungen von Pipelines am häufigsten finden, jeweils mit den Ergebnissen der Kontrollen, die es zeigen.',
  showResults: 'Ergebnisse anzeigen',
  showWeakness: 'Ergebnisse anzeigen: {{title}}',
  policies: 'Klauseln von Richtlinien, die nichts durchsetzt',
  weakness: {
    'unregulated-pipelines':
      'Pipelines gelten als Werkzeuge, nicht als IKT-Systeme',
    'excessive-privileges': 'Automatisierung hat mehr Rechte, als sie braucht',
    'optional-controls': 'Sicherheitskontrollen sind freiwillig',
    'short-retention': 'Nachweise werden nicht lange genug aufbewahrt',
    'unenforced-policy':
      'Governance ist nicht mit dem verbunden, was durchgesetzt wird',
  },
  shownBy: {
    'unregulated-pipelines':
      'GOV-01, GOV-02 und GOV-06: Datensätze, Klassifizierungen und Anbieter, die fehlen, bei Pipelines wie bei jedem anderen IKT-Asset.',
    'excessive-privileges':
      'CIC-01, CIC-05, CIC-06 und CHG-12: Tokens, Rechte, Geheimnisse und Umgebungen, die weiter reichen, als die Arbeit verlangt.',
    'optional-controls':
      'CHG-03, CHG-06 und CHG-09: Prüfungen, Scans und Signaturprüfungen, die jemand auslassen kann.',
    'short-retention':
      'EVD-02, EVD-03 und EVD-04: Protokolle ohne genehmigte Aufbewahrung, ein Speicher ohne Schutz und Abrufe mit Lücken.',
    'unenforced-policy':
      'GOV-03, GOV-05, EVD-01 und XCT-03: niemand, der verantwortlich ist, Ausnahmen ohne Ende, Schritte ohne Nachweise und Feststellungen, die offen bleiben.',
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
