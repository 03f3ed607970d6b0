import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { printMessages as english } from '../messages/printMessages';

export const printMessages: Translated<typeof english> = {
  state: 'Stand {{time}}, mit den Filtern dieser Adresse: {{address}}',
};
