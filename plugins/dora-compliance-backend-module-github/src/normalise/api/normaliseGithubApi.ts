import {
  normaliseCollected,
  type Normalised,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { GithubScope } from '../GithubScope';
import { readAccess } from './access';
import { GithubAnswers, type PartReader } from './GithubAnswers';
import { readAttestations } from './attestations';
import { readBranchProtection } from './branchProtection';
import { readCodeOwners } from './codeOwners';
import { readCredentials } from './credentials';
import { readDefinitions } from './definitions';
import { readDeployments } from './deployments';
import { readEnvironments } from './environments';
import { readMergedChanges } from './mergedChanges';
import { readOrganization } from './organization';
import { readPushes } from './pushes';
import { readRuns } from './runs';
import { readSbom } from './sbom';
import { readScans } from './scans';
import { readSecrets } from './secrets';
import {
  readLogRetention,
  readPipelineSettings,
  readRunners,
} from './settings';

const parts: Readonly<Record<string, PartReader>> = {
  access: readAccess,
  attestations: readAttestations,
  'branch-protection': readBranchProtection,
  'code-owners': readCodeOwners,
  'code-scanning': readScans,
  credentials: readCredentials,
  deployments: readDeployments,
  environments: readEnvironments,
  'log-retention': readLogRetention,
  'merged-changes': readMergedChanges,
  organization: readOrganization,
  'pipeline-definitions': readDefinitions,
  'pipeline-settings': readPipelineSettings,
  pushes: readPushes,
  runners: readRunners,
  runs: readRuns,
  sbom: readSbom,
  secrets: readSecrets,
};

/**
 * Normalises what was collected from the API of GitHub. Where an answer reports
 * the same as a webhook would, it makes the same statement.
 */
export function normaliseGithubApi(
  body: Uint8Array,
  scope: GithubScope,
): Normalised {
  return normaliseCollected(body, {
    sourceId: 'github',
    parts,
    scope,
    answers: document => new GithubAnswers(document),
  });
}
