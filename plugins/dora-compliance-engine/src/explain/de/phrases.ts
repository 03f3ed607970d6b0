export const readBack =
  'Den Webhook auch Pushes und Pull-Requests zustellen lassen und auf der Seite „Nachweise“ eine Nacherfassung starten, die vor das Deployment zurückreicht.';

export const readBackRuns =
  'Den Webhook auch Pipeline-Läufe zustellen lassen und auf der Seite „Nachweise“ eine Nacherfassung starten, die vor das Deployment zurückreicht.';

export const collectChanges =
  'Backstage Zugangsdaten für den Code-Host geben, damit das Backend zusammengeführte Änderungen mit ihren Commits liest, und auf der Seite „Nachweise“ eine Nacherfassung starten, die vor den Merge zurückreicht.';

export const awaitRun =
  'Läuft die Pipeline noch, ist nichts zu tun: Die Prüfung wird wiederholt, sobald der Lauf endet. Andernfalls die Quelle Pipeline-Läufe zustellen lassen und auf der Seite „Nachweise“ eine Nacherfassung starten, die vor das Deployment zurückreicht.';
