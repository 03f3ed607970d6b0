import type { RootConfigService } from '@backstage/backend-plugin-api';
import {
  type GitLabIntegrationConfig,
  ScmIntegrations,
} from '@backstage/integration';
import {
  configObject,
  decideSetup,
  flag,
  integrationCredentials,
  isoDuration,
  readConfig,
  secretIn,
  secretList,
  type SetupDecision,
  textList,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import type { z } from 'zod';
import type { GitlabCollectorOptions } from './collect/GitlabCollector';
import { gitlabDefaults } from './gitlabDefaults';
import type { GitlabOptions } from './GitlabEvidenceSource';

/** What `doraCompliance.gitlab` may hold, with its defaults. */
export const GitlabSettings = configObject({
  webhookSecrets: secretList(),
  signingTokens: secretList().refine(
    tokens => tokens?.every(token => isSigningToken(secretIn(token))) ?? true,
    'must have the form whsec_<base64>, as GitLab shows it',
  ),
  signatureTolerance: isoDuration().default(gitlabDefaults.signatureTolerance),
  productionEnvironments: textList(),
  nonProductionEnvironments: textList(),
  protectedBranches: textList(),
  events: flag().default(false),
  collect: configObject({
    enabled: flag().optional(),
    paidFeatures: flag().default(true),
    lookBack: isoDuration().default(gitlabDefaults.lookBack),
  }).prefault({}),
});

/** What is configured: to listen, to ask, both, or neither. */
type GitlabConfig = SetupDecision & {
  source: GitlabOptions;
  /** Absent when nothing is collected. */
  collector?: GitlabCollectorOptions;
};

/** Reads `doraCompliance.gitlab`; what is wrong is named by its key. */
export function readGitlabConfig(config: RootConfigService): GitlabConfig {
  const given = readConfig(config, 'doraCompliance.gitlab', GitlabSettings);
  const { webhookSecrets, signingTokens, events, collect } = given;
  const hosts = ScmIntegrations.fromConfig(config)
    .gitlab.list()
    .map(integration => integration.config);
  const withToken = hosts.filter(({ token }) => token);
  const setup = decideSetup({
    title: 'GitLab',
    configKey: 'gitlab',
    secrets: {
      webhookSecrets: {
        values: webhookSecrets,
        variable: 'GITLAB_WEBHOOK_SECRET',
      },
      signingTokens: {
        values: signingTokens,
        variable: 'GITLAB_SIGNING_TOKEN',
      },
    },
    events,
    collect: {
      enabled: collect.enabled,
      hasCredentials: withToken.length > 0,
      ...integrationCredentials('integrations.gitlab'),
    },
  });
  return {
    ...setup,
    source: sourceOptions(given, hosts),
    ...(setup.collects && {
      collector: collectorOptions(given, collect.enabled ? hosts : withToken),
    }),
  };
}

type Given = z.output<typeof GitlabSettings>;

function sourceOptions(
  given: Given,
  hosts: readonly GitLabIntegrationConfig[],
): GitlabOptions {
  const { webhookSecrets = [], signingTokens = [] } = given;
  const { productionEnvironments, nonProductionEnvironments } = given;
  const { protectedBranches, events } = given;
  return {
    webhookSecrets,
    signingTokens,
    signatureTolerance: given.signatureTolerance,
    productionEnvironments,
    nonProductionEnvironments,
    protectedBranches,
    events,
    instances: hosts.map(({ baseUrl }) => baseUrl),
  };
}

function collectorOptions(
  { collect: { paidFeatures, lookBack }, protectedBranches }: Given,
  integrations: GitLabIntegrationConfig[],
): GitlabCollectorOptions {
  return { integrations, paidFeatures, lookBack, protectedBranches };
}

/** GitLab makes them itself: 32 bytes in Base64. */
function isSigningToken(token: string): boolean {
  const [, key = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(token) ?? [];
  return Buffer.from(key, 'base64').length >= 24;
}
