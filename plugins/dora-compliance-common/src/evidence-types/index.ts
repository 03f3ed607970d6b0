export { ArtifactPublished } from './ArtifactPublished';
export { AssetRecordObserved } from './AssetRecordObserved';
export { Change } from './Change';
export { ChangeMerged } from './ChangeMerged';
export { ChangeReviewed } from './ChangeReviewed';
export { ChangeUpdated } from './ChangeUpdated';
export { CommitsPushed, PushedCommit } from './CommitsPushed';
export { Deployment } from './Deployment';
export {
  DeploymentFailed,
  DeploymentRequested,
  ServiceDeployed,
} from './deploymentEvidence';
export { OwnershipObserved } from './OwnershipObserved';
export { PipelineRunFinished } from './PipelineRunFinished';
export { ReviewCompleted } from './ReviewCompleted';
