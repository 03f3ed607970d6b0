import type { SourceGives } from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** The types of evidence that the module reads. */
export const gives: SourceGives = {
  delivered: [
    'incident-acknowledged',
    'incident-classified',
    'incident-detected',
    'incident-resolved',
  ],
};
