import { z } from 'zod';
import {
  ArtifactSigned,
  Provenance,
  Sbom,
} from '../evidence-types/artifactEvidence';
import { AlertChanged } from '../evidence-types/AlertChanged';
import { ArtifactPublished } from '../evidence-types/ArtifactPublished';
import { AssetRecordObserved } from '../evidence-types/AssetRecordObserved';
import { ChangeCommitsObserved } from '../evidence-types/ChangeCommitsObserved';
import { ChangeMerged } from '../evidence-types/ChangeMerged';
import { ChangeReviewed } from '../evidence-types/ChangeReviewed';
import { ChangeStateChanged } from '../evidence-types/ChangeStateChanged';
import { ChangeUpdated } from '../evidence-types/ChangeUpdated';
import { CheckFinished } from '../evidence-types/CheckFinished';
import { CollectorHeartbeat } from '../evidence-types/CollectorHeartbeat';
import { CommitsPushed } from '../evidence-types/CommitsPushed';
import {
  DeploymentFailed,
  DeploymentRequested,
  DeploymentReviewed,
  ServiceDeployed,
  ServiceRolledBack,
} from '../evidence-types/deploymentEvidence';
import {
  CodeOwnersObserved,
  CredentialsObserved,
  SecretsObserved,
} from '../evidence-types/credentialEvidence';
import { EnvironmentObserved } from '../evidence-types/EnvironmentObserved';
import {
  IncidentAcknowledged,
  IncidentClassified,
  IncidentDetected,
  IncidentResolved,
} from '../evidence-types/incidentEvidence';
import { OwnershipObserved } from '../evidence-types/OwnershipObserved';
import { PipelineRunFinished } from '../evidence-types/PipelineRunFinished';
import { PipelineTaskFinished } from '../evidence-types/PipelineTaskFinished';
import { ReferenceChanged } from '../evidence-types/ReferenceChanged';
import { ReleaseChanged } from '../evidence-types/ReleaseChanged';
import { ReviewCompleted } from '../evidence-types/ReviewCompleted';
import {
  SecurityFindingChanged,
  SecurityScanFinished,
} from '../evidence-types/SecurityScan';
import { SettingsChanged } from '../evidence-types/SettingsChanged';
import {
  BranchProtectionObserved,
  EnvironmentProtectionObserved,
  LogRetentionObserved,
  OrganizationSettingsObserved,
  PipelineDefinitionObserved,
  PipelineSettingsObserved,
  RepositoryAccessObserved,
  RunnersObserved,
} from '../evidence-types/settingsEvidence';
import { EvidenceConfirmed } from '../evidence-types/manual/EvidenceConfirmed';
import { manualEvidenceTypes } from '../evidence-types/manual/manualTypes';
import { TestSuiteFinished } from '../evidence-types/TestSuiteFinished';

/**
 * Every kind of evidence and the schema of its content. Names follow
 * CDEvents, in-toto and SLSA.
 *
 * @public
 */
export const evidenceTypes = {
  'alert-changed': AlertChanged,
  ...manualEvidenceTypes,
  'artifact-published': ArtifactPublished,
  'artifact-signed': ArtifactSigned,
  'asset-record-observed': AssetRecordObserved,
  'branch-protection-observed': BranchProtectionObserved,
  'change-commits-observed': ChangeCommitsObserved,
  'change-merged': ChangeMerged,
  'change-reviewed': ChangeReviewed,
  'change-state-changed': ChangeStateChanged,
  'change-updated': ChangeUpdated,
  'check-finished': CheckFinished,
  'code-owners-observed': CodeOwnersObserved,
  'collector-heartbeat': CollectorHeartbeat,
  'commits-pushed': CommitsPushed,
  'credentials-observed': CredentialsObserved,
  'deployment-failed': DeploymentFailed,
  'deployment-requested': DeploymentRequested,
  'deployment-reviewed': DeploymentReviewed,
  'environment-observed': EnvironmentObserved,
  'environment-protection-observed': EnvironmentProtectionObserved,
  'incident-acknowledged': IncidentAcknowledged,
  'incident-classified': IncidentClassified,
  'evidence-confirmed': EvidenceConfirmed,
  'incident-detected': IncidentDetected,
  'incident-resolved': IncidentResolved,
  'log-retention-observed': LogRetentionObserved,
  'organization-settings-observed': OrganizationSettingsObserved,
  'ownership-observed': OwnershipObserved,
  'pipeline-definition-observed': PipelineDefinitionObserved,
  'pipeline-run-finished': PipelineRunFinished,
  'pipeline-settings-observed': PipelineSettingsObserved,
  'pipeline-task-finished': PipelineTaskFinished,
  provenance: Provenance,
  'reference-changed': ReferenceChanged,
  'release-changed': ReleaseChanged,
  'repository-access-observed': RepositoryAccessObserved,
  'review-completed': ReviewCompleted,
  'runners-observed': RunnersObserved,
  sbom: Sbom,
  'secrets-observed': SecretsObserved,
  'security-finding-changed': SecurityFindingChanged,
  'security-scan-finished': SecurityScanFinished,
  'service-deployed': ServiceDeployed,
  'service-rolled-back': ServiceRolledBack,
  'settings-changed': SettingsChanged,
  'test-suite-finished': TestSuiteFinished,
} as const;

/** @public */
export const EvidenceType = z.enum(
  Object.keys(evidenceTypes) as [EvidenceType, ...EvidenceType[]],
);

/** @public */
export type EvidenceType = keyof typeof evidenceTypes;

/**
 * The content of one kind of evidence.
 *
 * @public
 */
export type Predicate<T extends EvidenceType> = z.output<
  (typeof evidenceTypes)[T]
>;
