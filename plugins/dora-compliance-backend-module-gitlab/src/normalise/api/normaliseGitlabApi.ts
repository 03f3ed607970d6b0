import {
  normaliseCollected,
  type Normalised,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { SOURCE_ID } from '../fields';
import type { GitlabScope } from '../GitlabScope';
import { readAccess } from './access';
import { readBranchProtection } from './branchProtection';
import { readCodeOwners } from './codeOwners';
import { readCredentials } from './credentials';
import { readDefinition } from './definition';
import { readDeployments } from './deployments';
import { readEnvironments } from './environments';
import { GitlabAnswers, type PartReader } from './GitlabAnswers';
import { readLogRetention } from './logRetention';
import { readMergedChange } from './mergedChange';
import { readPipelines } from './pipelines';
import { readPipelineSettings } from './pipelineSettings';
import { readPushes } from './pushes';
import { readRunners } from './runners';
import { readOrganization } from './organization';
import { readSecrets } from './secrets';
import { readSecurityScans } from './securityScans';

const parts: Readonly<Record<string, PartReader>> = {
  access: readAccess,
  'branch-protection': readBranchProtection,
  'code-owners': readCodeOwners,
  credentials: readCredentials,
  deployments: readDeployments,
  environments: readEnvironments,
  'log-retention': readLogRetention,
  'merged-changes': readMergedChange,
  organization: readOrganization,
  'pipeline-definition': readDefinition,
  'pipeline-settings': readPipelineSettings,
  pipelines: readPipelines,
  pushes: readPushes,
  runners: readRunners,
  secrets: readSecrets,
  'security-scans': readSecurityScans,
};

/** Normalises what was collected from the API of GitLab. */
export function normaliseGitlabApi(
  body: Uint8Array,
  scope: GitlabScope,
): Normalised {
  return normaliseCollected(body, {
    sourceId: SOURCE_ID,
    parts,
    scope,
    answers: document => new GitlabAnswers(document),
  });
}
