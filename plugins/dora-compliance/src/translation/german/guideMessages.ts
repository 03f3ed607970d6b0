import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { guideMessages as english } from '../messages/guideMessages';

export const guideMessages: Translated<typeof english> = {
  record: 'IKT-Assets im Katalog beschreiben (Anleitung, englisch) ↗',
  sources: 'Nachweisquellen einrichten (Anleitung, englisch) ↗',
  install: 'Die Module installieren (Anleitung, englisch) ↗',
};
