import type { EvidenceType } from '@ict-assurance/backstage-plugin-dora-compliance-common';

/**
 * The numbers of evidence types in the table `evidence_subject`, where their
 * names would be larger than all other columns. Never change or reuse one.
 */
const numbers: Readonly<Record<EvidenceType, number>> = {
  'alert-changed': 40,
  'artifact-published': 1,
  'artifact-signed': 2,
  'asset-record-observed': 3,
  'branch-protection-observed': 4,
  'change-commits-observed': 5,
  'change-merged': 6,
  'change-reviewed': 7,
  'change-state-changed': 8,
  'change-updated': 9,
  'check-finished': 10,
  'collector-heartbeat': 11,
  'commits-pushed': 12,
  'deployment-failed': 13,
  'deployment-requested': 14,
  'deployment-reviewed': 15,
  'environment-observed': 38,
  'environment-protection-observed': 16,
  'incident-acknowledged': 41,
  'incident-classified': 42,
  'incident-detected': 17,
  'incident-resolved': 18,
  'log-retention-observed': 19,
  'organization-settings-observed': 39,
  'ownership-observed': 20,
  'pipeline-definition-observed': 21,
  'pipeline-run-finished': 22,
  'pipeline-settings-observed': 23,
  'pipeline-task-finished': 24,
  provenance: 25,
  'reference-changed': 26,
  'release-changed': 27,
  'repository-access-observed': 28,
  'review-completed': 29,
  'runners-observed': 30,
  sbom: 31,
  'security-finding-changed': 32,
  'security-scan-finished': 33,
  'service-deployed': 34,
  'service-rolled-back': 35,
  'settings-changed': 36,
  'test-suite-finished': 37,
};

/** The number of a type of evidence in the database. */
export function typeNumber(type: EvidenceType): number {
  return numbers[type];
}
