import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { searchMessages as english } from '../messages/searchMessages';

export const searchMessages: Translated<typeof english> = {
  assets: 'IKT-Assets und Feststellungen',
  controls: 'Compliance-Kontrollen',
  finding: '{{asset}}: {{control}}',
  indexedAt:
    'Stand des Suchindex: {{time}}. Seither kann es sich geändert haben.',
  provisions: 'Verweist auf: {{provisions}}',
};
