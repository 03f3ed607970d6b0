import type { Translated } from '@ict-assurance/backstage-plugin-dora-compliance-react';
import type { functionPipelinesMessages as english } from '../messages/functionPipelinesMessages';

export const functionPipelinesMessages: Translated<typeof english> = {
  shares: 'Abdeckung {{coverage}}, Compliance {{compliance}}',
};
