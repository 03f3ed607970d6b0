import {
  heartbeatStatement,
  type Normalised,
  problemOf,
  readCollected,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { AzureDevOpsScope } from '../normalise/AzureDevOpsScope';
import type { CollectedReader } from './CollectedReader';
import { readApprovals } from './readApprovals';
import { readBranchProtection } from './readBranchProtection';
import { readDeployments } from './readDeployments';
import { readEnvironments } from './readEnvironments';
import { readMergedChanges } from './readMergedChanges';
import { readPushes } from './readPushes';
import { readRunners } from './readRunners';
import { readRuns } from './readRuns';
import { readLogRetention, readPipelineSettings } from './readSettings';

/** The parts that are collected, and how each is read. */
export const collectedParts: Readonly<Record<string, CollectedReader>> = {
  'merged-changes': readMergedChanges,
  runs: readRuns,
  'branch-protection': readBranchProtection,
  environments: readEnvironments,
  deployments: readDeployments,
  approvals: readApprovals,
  pushes: readPushes,
  'pipeline-settings': readPipelineSettings,
  runners: readRunners,
  'log-retention': readLogRetention,
};

/** Reads a document that was collected from the API of Azure DevOps. */
export function normaliseCollected(
  body: Uint8Array,
  scope: AzureDevOpsScope,
): Normalised {
  let part = 'collected document';
  try {
    const document = readCollected(body);
    part = document.part;
    if (part === 'heartbeat') {
      return {
        outcome: 'normalised',
        statements: [heartbeatStatement(document, 'azure-devops')],
      };
    }
    const read = Object.hasOwn(collectedParts, part)
      ? collectedParts[part]
      : undefined;
    if (!read) {
      return { outcome: 'rejected', reason: `${part} is no part we collect` };
    }
    const { statements, flaws } = read(document, scope);
    return {
      outcome: 'normalised',
      statements,
      ...(flaws.length > 0 && { flaws }),
    };
  } catch (error) {
    return { outcome: 'rejected', reason: `${part}: ${problemOf(error)}` };
  }
}
