import { z } from 'zod';
import { ArtifactPublished } from '../evidence-types/ArtifactPublished';
import { AssetRecordObserved } from '../evidence-types/AssetRecordObserved';
import { ChangeMerged } from '../evidence-types/ChangeMerged';
import { ChangeReviewed } from '../evidence-types/ChangeReviewed';
import { ChangeUpdated } from '../evidence-types/ChangeUpdated';
import { CommitsPushed } from '../evidence-types/CommitsPushed';
import {
  DeploymentFailed,
  DeploymentRequested,
  ServiceDeployed,
} from '../evidence-types/deploymentEvidence';
import { OwnershipObserved } from '../evidence-types/OwnershipObserved';
import { PipelineRunFinished } from '../evidence-types/PipelineRunFinished';
import { ReviewCompleted } from '../evidence-types/ReviewCompleted';

/**
 * Every kind of evidence and the schema of its content. Names follow
 * CDEvents, in-toto and SLSA.
 *
 * @public
 */
export const evidenceTypes = {
  'artifact-published': ArtifactPublished,
  'asset-record-observed': AssetRecordObserved,
  'change-merged': ChangeMerged,
  'change-reviewed': ChangeReviewed,
  'change-updated': ChangeUpdated,
  'commits-pushed': CommitsPushed,
  'deployment-failed': DeploymentFailed,
  'deployment-requested': DeploymentRequested,
  'ownership-observed': OwnershipObserved,
  'pipeline-run-finished': PipelineRunFinished,
  'review-completed': ReviewCompleted,
  'service-deployed': ServiceDeployed,
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
