import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { controlsMessages as english } from './controlsMessages';

export const controlsGermanMessages: Translated<typeof english> = {
  title: 'Kontrollen',
  intro:
    'Alle installierten Kontrollen mit der Anzahl der IKT-Assets nach ihrem heutigen Status.',
  notLoaded: 'Die Kontrollen konnten nicht geladen werden',
  noCounts:
    'Wer besteht und wer nicht, wird nicht angezeigt: Ihr Konto darf die Bewertungen nicht lesen, oder sie konnten nicht geladen werden.',
  search: 'Kontrollen durchsuchen',
  searchHint: 'Titel, Code oder Vorschrift, etwa 9(4)(e)',
  allAreas: 'Alle Bereiche',
  found_one: '{{count, number}} Kontrolle',
  found_other: '{{count, number}} Kontrollen',
  counts: 'IKT-Assets nach Status',
  severity: {
    critical: 'kritisch',
    high: 'hoch',
    medium: 'mittel',
    low: 'niedrig',
    same: 'Schweregrad eines Befunds: {{severity}}.',
    byLevel:
      'Schweregrad eines Befunds: {{critical}} bei kritischen oder wichtigen IKT-Assets (höchste Stufe), {{important}} bei wichtigen, {{standard}} bei Standard-Assets.',
  },
  relation: {
    requires: 'Gefordert durch {{provision}}',
    supports: 'Unterstützt {{provision}}',
  },
  relationNote:
    'Gefordert: Das Gesetz nennt das Ergebnis. Unterstützt: Die Kontrolle ist ein angemessenes Mittel dazu. Was eine Vorschrift sagt, steht hier in eigenen Worten; lesen Sie den Rechtsakt, bevor Sie sich darauf verlassen.',
  requirements: 'Was gefordert wird',
  expression: 'Ausgewerteter Ausdruck',
  forEach: 'Für jedes Element der Art {{member}}:',
  appliesTo: 'Gilt für',
  remediation: 'Wie man es behebt',
  gives: 'Verbunden: {{source}}',
  who: 'Wer derzeit besteht und wer nicht',
  about: 'Über diese Kontrolle',
};
