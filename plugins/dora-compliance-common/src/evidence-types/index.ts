export { Alert, AlertChanged } from './AlertChanged';
export { ArtifactPublished } from './ArtifactPublished';
export { ArtifactSigned, Provenance, Sbom } from './artifactEvidence';
export { AssetRecordObserved } from './AssetRecordObserved';
export { Change } from './Change';
export { ChangeCommitsObserved } from './ChangeCommitsObserved';
export { ChangeHeading } from './ChangeHeading';
export { ChangeMerged } from './ChangeMerged';
export { ChangeReviewed } from './ChangeReviewed';
export { ChangeStateChanged } from './ChangeStateChanged';
export { ChangeUpdated } from './ChangeUpdated';
export { CheckFinished } from './CheckFinished';
export { CollectorHeartbeat } from './CollectorHeartbeat';
export { CommitsPushed, PushedCommit } from './CommitsPushed';
export { Completeness } from './Completeness';
export {
  CodeOwnersObserved,
  CredentialsObserved,
  SecretsObserved,
} from './credentialEvidence';
export { Deployment } from './Deployment';
export {
  DeploymentFailed,
  DeploymentRequested,
  DeploymentReviewed,
  ServiceDeployed,
  ServiceRolledBack,
} from './deploymentEvidence';
export { EnvironmentObserved } from './EnvironmentObserved';
export { EnvironmentReference } from './EnvironmentReference';
export {
  Incident,
  IncidentAcknowledged,
  IncidentClassified,
  IncidentDetected,
  IncidentResolved,
} from './incidentEvidence';
export * from './manual';
export { Outcome } from './Outcome';
export { OwnershipObserved } from './OwnershipObserved';
export { PipelineRunFinished } from './PipelineRunFinished';
export { PipelineTaskFinished, Runner } from './PipelineTaskFinished';
export { ReferenceChanged } from './ReferenceChanged';
export { ReleaseChanged } from './ReleaseChanged';
export { ReviewCompleted } from './ReviewCompleted';
export { RunReference } from './RunReference';
export {
  FindingSeverity,
  ScanKind,
  SecurityFindingChanged,
  SecurityScanFinished,
} from './SecurityScan';
export { FieldChange, SettingsChanged } from './SettingsChanged';
export {
  BranchProtectionObserved,
  Bypass,
  EnvironmentProtectionObserved,
  LogRetentionObserved,
  OrganizationSettingsObserved,
  PipelineDefinitionObserved,
  PipelineSettingsObserved,
  RepositoryAccessObserved,
  RunnersObserved,
} from './settingsEvidence';
export { SourceRepository } from './SourceRepository';
export { TestSuiteFinished } from './TestSuiteFinished';
