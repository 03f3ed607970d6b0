import type { SourceGives } from '@ict-assurance/backstage-plugin-dora-compliance-node';

/** The types of evidence that the module reads. */
export const gives: SourceGives = {
  delivered: [
    'change-merged',
    'change-reviewed',
    'change-state-changed',
    'change-updated',
    'commits-pushed',
    'deployment-failed',
    'deployment-reviewed',
    'pipeline-run-finished',
    'pipeline-task-finished',
    'reference-changed',
    'security-finding-changed',
    'service-deployed',
    'settings-changed',
  ],
  collected: [
    'branch-protection-observed',
    'change-commits-observed',
    'change-merged',
    'change-reviewed',
    'change-state-changed',
    'change-updated',
    'collector-heartbeat',
    'commits-pushed',
    'deployment-failed',
    'deployment-reviewed',
    'environment-protection-observed',
    'log-retention-observed',
    'pipeline-run-finished',
    'pipeline-settings-observed',
    'reference-changed',
    'runners-observed',
    'service-deployed',
  ],
};
