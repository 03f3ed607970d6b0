import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { changeMessages as english } from '../messages/changeMessages';

export const changeMessages: Translated<typeof english> = {
  recent: 'Änderungen der letzten 7 Tage',
  none: 'Kein Status hat sich geändert.',
  changedTo: 'geändert in',
  history: 'Verlauf des Status',
  since: 'Jetzt: {{status}}. Letzte Änderung: {{time}}.',
  never:
    'Der Status hat sich nicht geändert, seit diese Kontrolle zum ersten Mal bewertet wurde.',
};
