import type { SourceGives } from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** The types of evidence that the module reads. */
export const gives: SourceGives = {
  delivered: [
    'artifact-published',
    'artifact-signed',
    'incident-detected',
    'incident-resolved',
    'pipeline-run-finished',
    'pipeline-task-finished',
    'reference-changed',
    'service-deployed',
    'service-rolled-back',
    'settings-changed',
    'test-suite-finished',
  ],
};
