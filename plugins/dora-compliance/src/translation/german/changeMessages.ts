import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { changeMessages as english } from '../messages/changeMessages';

export const changeMessages: Translated<typeof english> = {
  recent: 'Änderungen der letzten 7 Tage',
  none: 'Kein Status hat sich geändert.',
  changedTo: 'geändert in',
};
