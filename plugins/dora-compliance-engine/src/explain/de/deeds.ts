/**
 * What was done, and what it was done to, as sources report it. A word of a later
 * version stays as it is.
 */
function createLookup(
  words: Readonly<Record<string, string>>,
): (text: string) => string {
  return text =>
    Object.hasOwn(words, text)
      ? words[text]!
      : String(text).replaceAll('-', ' ');
}

/** A participle, such as `genehmigt`. */
export const nameDone = createLookup({
  added: 'hinzugefügt',
  approved: 'genehmigt',
  'changes-requested': 'Änderungen verlangt',
  closed: 'geschlossen',
  commented: 'kommentiert',
  created: 'angelegt',
  deleted: 'gelöscht',
  dequeued: 'aus der Warteschlange genommen',
  dismissed: 'verworfen',
  edited: 'bearbeitet',
  moved: 'verschoben',
  queued: 'in die Warteschlange gestellt',
  rejected: 'abgelehnt',
  removed: 'entfernt',
  reopened: 'wieder geöffnet',
  restored: 'wiederhergestellt',
  retargeted: 'auf einen anderen Branch umgestellt',
  suspended: 'gesperrt',
  unpublished: 'zurückgezogen',
});

/** The state of a finding of a scanner, or of an alert. */
export const nameState = createLookup({
  open: 'offen',
  fixed: 'behoben',
  dismissed: 'verworfen',
  firing: 'ausgelöst',
  acknowledged: 'bestätigt',
  resolved: 'aufgehoben',
});

/** What was changed in the settings of a code host. */
export const nameSetting = createLookup({
  'access-token': 'Zugriffstoken',
  'app-installation': 'App-Installation',
  'branch-protection': 'Branch-Schutz',
  'deploy-key': 'Deploy-Schlüssel',
  'environment-protection': 'Schutz der Umgebung',
  group: 'Gruppe',
  invitation: 'Einladung',
  member: 'Mitglied',
  'pipeline-settings': 'Pipeline-Einstellungen',
  repository: 'Repository',
  team: 'Team',
  user: 'Benutzer',
  webhook: 'Webhook',
});
