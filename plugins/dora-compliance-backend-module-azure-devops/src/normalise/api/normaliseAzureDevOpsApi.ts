import {
  normaliseCollected,
  type Normalised,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { AzureDevOpsScope } from '../AzureDevOpsScope';
import { AzureDevOpsAnswers, type PartReader } from './AzureDevOpsAnswers';
import { readApprovals } from './readApprovals';
import { readBranchProtection } from './readBranchProtection';
import { readCodeOwners } from './readCodeOwners';
import { readConnections } from './readConnections';
import { readDeployments } from './readDeployments';
import { readEnvironments } from './readEnvironments';
import { readMergedChanges } from './readMergedChanges';
import { readPushes } from './readPushes';
import { readRunners } from './readRunners';
import { readRuns } from './readRuns';
import { readSecrets } from './readSecrets';
import { readLogRetention, readPipelineSettings } from './readSettings';

const parts: Readonly<Record<string, PartReader>> = {
  'merged-changes': readMergedChanges,
  runs: readRuns,
  'branch-protection': readBranchProtection,
  environments: readEnvironments,
  deployments: readDeployments,
  approvals: readApprovals,
  pushes: readPushes,
  'pipeline-settings': readPipelineSettings,
  'code-owners': readCodeOwners,
  secrets: readSecrets,
  credentials: readConnections,
  runners: readRunners,
  'log-retention': readLogRetention,
};

/** Normalises what was collected from the API of Azure DevOps. */
export function normaliseAzureDevOpsApi(
  body: Uint8Array,
  scope: AzureDevOpsScope,
): Normalised {
  return normaliseCollected(body, {
    sourceId: 'azure-devops',
    parts,
    scope,
    answers: document => new AzureDevOpsAnswers(document),
  });
}
