import { collectChanges, readBack } from './phrases';
import type { AdvisedCode } from '../language/AdvisedCode';

export const advice: Readonly<Record<AdvisedCode, string>> = {
  'baseline-unknown': `Der Verlauf vor dem ersten bekannten Deployment ist unbekannt. ${readBack} Ist ein früheres Deployment in dieselbe Umgebung bekannt, wird nur bewertet, was danach kam.`,
  'branch-read-no-longer':
    'Besteht der Branch noch, ihn durch eine Regel schützen, die der Kollektor liest. Die Quelle gelöschte Branches melden lassen: Die README ihres Moduls nennt das Ereignis.',
  'assertion-error':
    'Das ist ein Fehler der Kontrolle, nicht des IKT-Assets. Den Ausdruck in der YAML-Datei der Kontrolle korrigieren oder den Fehler mit dem Satz oben melden.',
  'value-missing':
    'Die Quelle hat diesen Wert nicht gemeldet. In der Anleitung der Quelle nachsehen, was sie dafür benötigt, etwa eine Berechtigung oder ein weiteres Ereignis. Kann sie den Wert nicht melden, muss die für die Kontrolle verantwortliche Stelle die Anforderung ändern.',
  'assessment-failed':
    'Im Protokoll des Backends nach „A control could not be assessed“ suchen: Dort steht die Ursache. Das Backend versucht es erneut, sobald ein neuer Nachweis zum IKT-Asset eintrifft, spätestens nach einer Stunde.',
  'asset-not-linked':
    'In der Entität des Katalogs die Annotation des Code-Hosts ergänzen, etwa github.com/project-slug.',
  'commit-unknown':
    'Die Pipeline den Commit in dem Deployment nennen lassen, das sie meldet.',
  'deployments-failed-only':
    'Das Deployment wiederholen: Sobald eines erfolgreich ist, wird dieses bewertet. Andernfalls endet die Feststellung, wenn die fehlgeschlagenen Deployments außerhalb des Zeitfensters der Kontrolle liegen.',
  'evaluation-failed':
    'Das ist ein Fehler der Kontrolle oder dieses Plugins, nicht des IKT-Assets. Den Fehler mit dem Satz oben melden.',
  'event-never-observed':
    'Die Quelle anbinden, die solche Ereignisse meldet, und auf der Seite „Nachweise“ eine Nacherfassung starten. Hat es diese Ereignisse nie gegeben, sie künftig regelmäßig durchführen.',
  'evidence-incomplete':
    'Auf der Seite „Nachweise“ nachsehen, was die Quelle nicht lesen konnte: Oft fehlt ihrem Token eine Berechtigung.',
  'evidence-late':
    'Die Quelle auch abrufen, damit ihre API verspätete Nachweise bestätigt: Backstage Zugangsdaten für den Host geben und auf der Seite „Nachweise“ eine Nacherfassung starten, die vor das Deployment zurückreicht. Eine Quelle ohne API, etwa CDEvents, muss rechtzeitig zustellen.',
  'evidence-stale':
    'Der Nachweis muss erneut erhoben werden. Den Katalog liest das Backend selbst: Im Protokoll nach Fehlern suchen. Bei Nachweisen, die aus einem CI-System abgerufen werden, auf der Seite „Nachweise“ nach Problemen suchen.',
  'evidence-unverified':
    'Für den Webhook ein Geheimnis konfigurieren und ihn an /api/dora-compliance/ingest/<source> zustellen lassen, damit das Backend den Absender authentisieren kann. Bei Ereignissen des Backstage-Ereignisdienstes ist das nicht möglich. Danach eine Nacherfassung für alles starten, was vorher zugestellt wurde.',
  'findings-not-reported':
    'Den Webhook des Code-Hosts auch Sicherheitswarnungen zustellen lassen. Befunde, die vorher eröffnet wurden, werden bei ihrer nächsten Änderung gemeldet.',
  'evidence-not-recorded':
    'Auf dem Compliance-Tab des IKT-Assets mit „Nachweis erfassen“ eintragen oder von einem anderen System erfassen lassen: POST /assets/{kind}/{namespace}/{name}/manual-evidence. Die Anleitung zu manuellen Nachweisen beschreibt jede Art.',
  'incident-not-detected':
    'Das Vorfall-Werkzeug Vorfälle auch bei der Erkennung melden lassen und die fehlende Meldung nachsenden.',
  'incidents-unheard':
    'Das Werkzeug anbinden, in dem Vorfälle bearbeitet werden, etwa über CDEvents. Hat es einen Vorfall des IKT-Assets gemeldet, ob offen oder gelöst, werden weitere von ihm erwartet.',
  'interval-start-unknown':
    'Auf der Seite „Nachweise“ eine Nacherfassung starten, die vor diesen Zeitpunkt zurückreicht. Andernfalls wird der Zeitraum bewertet, sobald er nicht mehr so weit zurückreicht.',
  'never-scanned':
    'Den Scanner anbinden: Ihn seine Ergebnisse zustellen lassen oder Backstage Zugangsdaten für den Host geben, auf dem er läuft.',
  'not-yet-assessed':
    'Es ist nichts zu tun: Die Bewertung ist eingeplant. Ändert sich das nicht innerhalb einiger Minuten, im Protokoll des Backends nach Fehlern suchen.',
  'not-yet-observed':
    'Es ist nichts zu tun: Das Backend ermittelt die Datensätze, wenn es den Katalog das nächste Mal liest, standardmäßig alle zehn Minuten. Ändert sich das nicht, im Protokoll nach Fehlern suchen.',
  'organization-not-read':
    'Backstage Zugangsdaten für den Host der Organisation geben, damit der GitHub-Collector ihre Einstellungen liest. Sie müssen einem Eigentümer der Organisation gehören oder einer App, die deren Verwaltung lesen darf. Ist das Repository zu einem anderen Eigentümer umgezogen, seine Adresse in der Catalog-Entität berichtigen. Kein anderes Modul liest bisher Organisationen.',
  'push-incomplete': `Die Quelle hat nicht alle Commits eines Pushs aufgeführt. ${collectChanges}`,
  'release-range-incomplete': `Einige Commits des Deployments sind unbekannt. ${readBack}`,
  'release-range-unknown': `Der Push des bereitgestellten Commits ist nicht eingegangen. ${readBack}`,
  'source-silent':
    'Das Repository, seine Organisation oder seine Gruppe Webhooks an dieses Backend zustellen lassen, oder Backstage unter integrations Zugangsdaten für den Host geben, damit es abgerufen wird. Die READMEs der Module beschreiben beides.',
  'state-not-observed':
    'Backstage Zugangsdaten für den Host des Repositorys geben, damit ein Kollektor die Einstellungen liest. Die Seite „Nachweise“ zeigt, was ein Kollektor nicht lesen konnte.',
};
