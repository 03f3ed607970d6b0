import type { SourceGives } from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** The types of evidence that the module reads. */
export const gives: SourceGives = {
  delivered: [
    'deployment-failed',
    'pipeline-run-finished',
    'pipeline-task-finished',
    'service-deployed',
    'test-suite-finished',
  ],
  collected: [
    'collector-heartbeat',
    'deployment-failed',
    'deployment-reviewed',
    'log-retention-observed',
    'pipeline-definition-observed',
    'pipeline-run-finished',
    'pipeline-task-finished',
    'runners-observed',
    'secrets-observed',
    'service-deployed',
    'test-suite-finished',
  ],
};
