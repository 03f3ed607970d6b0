import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { listMessages as english } from '../messages/listMessages';

export const listMessages: Translated<typeof english> = {
  loadMore: 'Mehr laden',
  rejected: 'Abgelehnte Dokumente',
  partial: 'Teilweise gelesene Dokumente',
  gaps: 'Lücken',
  targets: 'Ziele',
  backfills: 'Nacherfassungen',
  functionAssets: 'IKT-Assets, die diese Funktion unterstützen',
  providerAssets: 'IKT-Assets, die von diesem Dienstleister abhängen',
};
