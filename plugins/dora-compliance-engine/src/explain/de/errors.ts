import type { Language } from '../language/Language';

const sameSecret =
  'Am Webhook und in der Konfiguration dasselbe Geheimnis setzen.';
const retryAfter =
  'Nach der Zahl von Sekunden im Header Retry-After erneut versuchen.';
const unchanged = 'Das Ereignis unverändert senden.';

/** What each error of the API means, and what to do. */
export const errors: Language['errors'] = {
  'signature-missing': {
    meaning: 'Die Zustellung hat keine Signatur.',
    fix: sameSecret,
  },
  'signature-invalid': {
    meaning: 'Die Signatur passt zu keinem konfigurierten Geheimnis.',
    fix: sameSecret,
  },
  'signature-stale': {
    meaning:
      'Die signierte Zeit der Zustellung weicht zu weit von der Zeit des Backends ab.',
    fix: 'Die Uhren beider Rechner synchronisieren. Eine aufgezeichnete Zustellung kann nicht noch einmal gesendet werden; das CI-System erneut zustellen lassen.',
  },
  'token-missing': {
    meaning: 'Die Zustellung hat kein Token.',
    fix: 'Beim Absender und in der Konfiguration der Quelle dasselbe Token setzen. Die README des Moduls nennt den Header.',
  },
  'token-invalid': {
    meaning: 'Das Token passt zu keinem Token in der Konfiguration der Quelle.',
    fix: 'Beim Absender und in der Konfiguration der Quelle dasselbe Token setzen.',
  },
  'password-missing': {
    meaning: 'Die Zustellung hat kein Passwort (HTTP-Basic-Authentisierung).',
    fix: 'Beim Absender und in der Konfiguration der Quelle dasselbe Passwort setzen.',
  },
  'password-invalid': {
    meaning:
      'Das Passwort passt zu keinem Passwort in der Konfiguration der Quelle.',
    fix: 'Beim Absender und in der Konfiguration der Quelle dasselbe Passwort setzen.',
  },
  'source-unknown': {
    meaning: 'Es ist keine Nachweisquelle mit dieser Kennung installiert.',
    fix: 'Ihr Backend-Modul installieren oder die URL des Webhooks korrigieren.',
  },
  'source-off': {
    meaning:
      'Diese Nachweisquelle nimmt keine Zustellungen an: Sie ist ausgeschaltet oder hat kein Geheimnis.',
    fix: 'Die Seite „Nachweise“ zeigt, was zu konfigurieren ist. Danach erneut zustellen.',
  },
  'source-receives-nothing': {
    meaning:
      'Das Backend liest diese Nachweisquelle selbst; sie nimmt keine Zustellungen an.',
    fix: 'An eine andere Quelle zustellen.',
  },
  'body-too-large': {
    meaning: 'Der Inhalt ist größer als 5 MiB.',
    fix: 'Weniger Ereignisse in einer Zustellung senden.',
  },
  'media-type-unsupported': {
    meaning:
      'Die Quelle nimmt diesen Inhaltstyp nicht an, oder der Inhalt ist komprimiert.',
    fix: 'Den Inhaltstyp des Webhooks auf application/json setzen, ohne Kompression.',
  },
  'body-not-json': {
    meaning: 'Der Inhalt ist kein JSON in UTF-8.',
    fix: unchanged,
  },
  'body-too-deep': {
    meaning: 'Der Inhalt ist tiefer als 100 Ebenen verschachtelt.',
    fix: `${unchanged} Kein CI-System verschachtelt so tief.`,
  },
  'headers-too-large': {
    meaning: 'Die Header des Ereignisses sind größer als 16 KiB.',
    fix: 'Das Ereignis nur mit den Headern seines Webhooks veröffentlichen.',
  },
  'body-too-costly': {
    meaning:
      'Das Schwärzen des Inhalts ist aufwendiger, als seine Größe zulässt. Es wurde nichts gespeichert.',
    fix: `${unchanged} Wurde nichts verändert, das Ereignis und seine Quelle melden: Kein bekanntes Ereignis ist so aufwendig.`,
  },
  'body-too-slow': {
    meaning: 'Der Inhalt ist nicht innerhalb von 30 Sekunden eingegangen.',
    fix: 'Erneut versuchen.',
  },
  'receiver-busy': {
    meaning:
      'Beim Backend geht mehr ein, als sein Speicher zulässt. Es wurde nichts gespeichert.',
    fix: retryAfter,
  },
  'store-unavailable': {
    meaning:
      'Die Datenbank ist nicht erreichbar oder antwortet nicht rechtzeitig. Es wurde nichts gespeichert.',
    fix: `${retryAfter} Bei GitHub in den Einstellungen des Webhooks erneut zustellen.`,
  },
  'request-invalid': {
    meaning: 'Ein Teil der Anfrage ist ungültig. Die Meldung nennt ihn.',
    fix: 'Diesen Teil korrigieren.',
  },
  'path-invalid': {
    meaning:
      'Der Pfad enthält ein Prozentzeichen, das kein Zeichen in UTF-8 codiert.',
    fix: 'Die Teile des Pfads prozentcodieren.',
  },
  'path-unknown': {
    meaning: 'Diesen Pfad gibt es nicht.',
    fix: 'Die Pfade der API stehen in docs/reference/openapi.json. Zustellungen gehen an /ingest/<source>.',
  },
  'method-unknown': {
    meaning: 'Dieser Pfad unterstützt diese Methode nicht.',
    fix: 'Eine Methode aus dem Header Allow verwenden.',
  },
  'not-authenticated': {
    meaning: 'Die Anfrage ist nicht authentisiert.',
    fix: 'Im Header Authorization: Bearer ein Backstage-Token senden.',
  },
  'not-allowed': {
    meaning: 'Ihnen fehlt die Berechtigung dafür.',
    fix: 'Wenden Sie sich an die Administration der Berechtigungen dieses Backstage.',
  },
  'export-refused': {
    meaning:
      'Die Liste enthält IKT-Assets, die Sie lesen, aber nicht exportieren dürfen.',
    fix: 'Die Liste auf IKT-Assets eingrenzen, die Sie exportieren dürfen, oder bei der Administration der Berechtigungen dora-compliance.asset.export erbitten.',
  },
  'internal-error': {
    meaning: 'Die Anfrage ist wegen eines Fehlers im Backend fehlgeschlagen.',
    fix: 'Im Protokoll des Backends nach der Kennung aus der Meldung suchen, dann erneut versuchen.',
  },
  'cursor-invalid': {
    meaning: 'Der Cursor gehört nicht zu dieser Operation.',
    fix: 'Ohne Cursor beginnen.',
  },
  'asset-unknown': {
    meaning:
      'Das Inventar enthält kein solches IKT-Asset, oder Sie dürfen es nicht lesen.',
    fix: 'Prüfen, ob der Name stimmt und die Entität im Katalog ist.',
  },
  'scope-unknown': {
    meaning:
      'Es gibt keine solche Gruppe, kein solches System, keine solche Funktion oder kein solches IKT-Asset, oder Sie dürfen es nicht lesen.',
    fix: 'Die Parameter of und ref prüfen.',
  },
  'asset-pending': {
    meaning:
      'Die Entität wurde dem Katalog gerade erst hinzugefügt und ist noch nicht im Inventar.',
    fix: 'Dann erneut versuchen. Mehr ist nicht zu tun.',
  },
  'record-changed': {
    meaning:
      'Der Datensatz des IKT-Assets hat sich geändert, seit er für die Überprüfung geladen wurde.',
    fix: 'Den Datensatz neu laden und diese Fassung überprüfen.',
  },
  'review-by-machine': {
    meaning: 'Nur eine Person darf die Datensätze von IKT-Assets überprüfen.',
    fix: 'Als die überprüfende Person anmelden.',
  },
  'confirmed-by-recorder': {
    meaning:
      'Niemand kann einen Nachweis bestätigen, den er selbst erfasst hat.',
    fix: 'Eine andere Person um die Bestätigung bitten.',
  },
  'confirmation-by-machine': {
    meaning: 'Nur eine Person darf Nachweise bestätigen.',
    fix: 'Als die Person anmelden, die ihn geprüft hat.',
  },
  'control-invalid': {
    meaning: 'Die Kontrolle kann nicht verwendet werden.',
    fix: 'Die Zeilen korrigieren, die die Meldung nennt.',
  },
  'control-unknown': {
    meaning: 'Es ist keine Kontrolle mit dieser Kennung installiert.',
    fix: 'Die Kennungen der Kontrollen über deren Liste abrufen.',
  },
  'evidence-unknown': {
    meaning: 'Dieses IKT-Asset hat keinen solchen Nachweis.',
    fix: 'Die Kennungen der Nachweise des IKT-Assets über deren Liste abrufen.',
  },
  'document-unknown': {
    meaning:
      'Es gibt kein solches Dokument, oder es betrifft nicht dieses IKT-Asset.',
    fix: 'Den Digest des Nachweises verwenden.',
  },
  'document-altered': {
    meaning:
      'Die Bytes in der Datenbank sind nicht die eingegangenen: Sie passen nicht zum Digest des Dokuments.',
    fix: 'Sich nicht auf Nachweise aus diesem Dokument verlassen. Ermitteln, wer die Datenbank verändert hat, und das Dokument aus einer Sicherung wiederherstellen.',
  },
};
