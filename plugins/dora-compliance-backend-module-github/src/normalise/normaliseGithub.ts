import { isProven } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  type KeptDocument,
  type Normalised,
  normaliseJson,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { readMember, readMembership, readTeam, readTeamAdd } from './access';
import {
  readBranchProtectionConfiguration,
  readBranchProtectionRule,
  readRuleset,
} from './branchProtection';
import { readPullRequest } from './change';
import { readCheck, readStatus } from './check';
import { readCodeScanningAlert } from './codeScanningAlert';
import { readDeployKey, readTokenRequest } from './credentials';
import type { Reader } from './DeliveryContext';
import { momentOfDelivery } from './deliveryMoment';
import { readDependabotAlert, readVulnerabilityAlert } from './dependencyAlert';
import { readDeployment, readDeploymentStatus } from './deployment';
import { readDeploymentReview } from './deploymentReview';
import { shapeProblem } from './eventShapes';
import type { GithubScope } from './GithubScope';
import { readInstallation, readInstallationRepositories } from './installation';
import {
  readInstallationTarget,
  readOrganization,
  readOrgBlock,
} from './organization';
import { readPackage, readRegistryPackage } from './publishedPackage';
import { readPush } from './push';
import { readCreate, readDelete } from './reference';
import { readRelease } from './release';
import {
  readMeta,
  readPropertyValues,
  readPublic,
  readRepository,
  readSecurityAndAnalysis,
} from './repositorySettings';
import { readReviewEvent } from './review';
import { readRun } from './run';
import { readSecretScanningAlert } from './secretScanningAlert';
import { readEnterprise, readUser } from './server';
import { readTask } from './task';

const readers = new Map<string, Reader>([
  ['branch_protection_configuration', readBranchProtectionConfiguration],
  ['branch_protection_rule', readBranchProtectionRule],
  ['check_run', readCheck],
  ['code_scanning_alert', readCodeScanningAlert],
  ['create', readCreate],
  ['custom_property_values', readPropertyValues],
  ['delete', readDelete],
  ['dependabot_alert', readDependabotAlert],
  ['deploy_key', readDeployKey],
  ['deployment', readDeployment],
  ['deployment_review', readDeploymentReview],
  ['deployment_status', readDeploymentStatus],
  ['enterprise', readEnterprise],
  ['installation', readInstallation],
  ['installation_repositories', readInstallationRepositories],
  ['installation_target', readInstallationTarget],
  ['member', readMember],
  ['membership', readMembership],
  ['meta', readMeta],
  ['org_block', readOrgBlock],
  ['organization', readOrganization],
  ['package', readPackage],
  ['personal_access_token_request', readTokenRequest],
  ['public', readPublic],
  ['pull_request', readPullRequest],
  ['pull_request_review', readReviewEvent],
  ['push', readPush],
  ['registry_package', readRegistryPackage],
  ['release', readRelease],
  ['repository', readRepository],
  ['repository_ruleset', readRuleset],
  ['repository_vulnerability_alert', readVulnerabilityAlert],
  ['secret_scanning_alert', readSecretScanningAlert],
  ['security_and_analysis', readSecurityAndAnalysis],
  ['status', readStatus],
  ['team', readTeam],
  ['team_add', readTeamAdd],
  ['user', readUser],
  ['workflow_job', readTask],
  ['workflow_run', readRun],
]);

/**
 * Reads a GitHub delivery. Events we have no use for give no statements;
 * those that lack what we need are rejected with the field and the reason.
 */
export function normaliseGithub(
  document: KeptDocument,
  scope: GithubScope,
): Normalised {
  const event = document.headers['x-github-event'];
  if (!event) {
    return {
      outcome: 'rejected',
      reason: 'The header X-GitHub-Event is missing',
    };
  }
  const happenedAt = readMoment(document);
  const context = { ...scope, ...(happenedAt && { happenedAt }) };
  const read = readers.get(event);
  return normaliseJson(event, document.body, payload => {
    const reading = read?.(payload, context) ?? [];
    const { length } = Array.isArray(reading) ? reading : reading.statements;
    const problem = length > 0 && shapeProblem(event, payload);
    if (problem) {
      throw new TypeError(`the body is not of this event: ${problem}`);
    }
    return reading;
  });
}

/**
 * When an event happened whose payload reports no time: what the id of the
 * delivery reports if GitHub itself sent the id, else when it came.
 */
function readMoment({ headers, receivedAt, proof }: KeptDocument) {
  const told = isProven('deliveryId', proof)
    ? momentOfDelivery(headers['x-github-delivery'])
    : undefined;
  return told ?? receivedAt;
}
