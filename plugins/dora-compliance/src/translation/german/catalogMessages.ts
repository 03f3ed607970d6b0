import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { catalogMessages as english } from '../messages/catalogMessages';

export const catalogMessages: Translated<typeof english> = {
  compliance: 'Compliance',
  notLoaded: 'Konnte nicht geladen werden',
};
